import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { failuresWith, GATES, secondsAfter, type Gate } from "./attempt-delay";

const NOW = new Date("2026-11-24T14:00:00Z");
const ago = (secondsBefore: number) => new Date(NOW.getTime() - secondsBefore * 1000);

describe("attempt delay", () => {
  it.each<[Gate, number, number]>([
    ["email", 1, 0],
    ["email", 5, 0],
    ["email", 6, 2],
    ["email", 7, 4],
    ["email", 10, 32],
    ["email", 11, 60],
    ["email", 5000, 60],
    ["address", 100, 0],
    ["address", 101, 1],
    ["address", 400, 30],
    ["code", 6, 5],
    ["code", 30, 900],
  ])("%s: after %i failures, %i seconds", (gate, failures, expected) => expect(secondsAfter(gate, failures)).toBe(expected));

  it("grows with every failure, and always ends", () => {
    fc.assert(
      fc.property(fc.constantFrom(...GATES), fc.integer({ min: 1, max: 1_000_000 }), (gate, failures) => {
        const wait = secondsAfter(gate, failures);
        expect(wait).toBeLessThanOrEqual(900);
        expect(secondsAfter(gate, failures + 1)).toBeGreaterThanOrEqual(wait);
      }),
    );
  });

  it("counts on from the last failure, and forgets after an hour", () => {
    expect(failuresWith("email", null, NOW)).toBe(1);
    expect(failuresWith("email", { failures: 7, lastAt: ago(3600) }, NOW)).toBe(8);
    expect(failuresWith("email", { failures: 7, lastAt: ago(3601) }, NOW)).toBe(1);
    expect(failuresWith("code", { failures: 7, lastAt: ago(3601) }, NOW)).toBe(8);
  });
});
