import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { correctClock, onSecond, serverNow } from "./clock";

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-21T20:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("clock", () => {
  it("follows the server, however wrong the device is", () => {
    correctClock("2026-11-21T20:07:30Z");
    vi.advanceTimersByTime(2500);
    expect(new Date(serverNow()).toISOString()).toBe("2026-11-21T20:07:32.500Z");
  });

  it("ticks for all with one timer, and stops when nobody listens", () => {
    const [first, second] = [vi.fn(), vi.fn()];
    const [stopFirst, stopSecond] = [onSecond(first), onSecond(second)];
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(3000);
    stopFirst();
    vi.advanceTimersByTime(1000);
    stopSecond();
    expect([first.mock.calls.length, second.mock.calls.length, vi.getTimerCount()]).toEqual([3, 4, 0]);
  });
});
