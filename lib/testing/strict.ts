import { afterEach, beforeEach, expect, vi } from "vitest";

// An unexpected console.error fails the test (design.md §8); unhandled rejections already fail a vitest run.
beforeEach(() => {
  vi.spyOn(console, "error");
});
afterEach(() => {
  // eslint-disable-next-line no-console -- this is the one that is being watched
  expect(vi.mocked(console.error).mock.calls).toEqual([]);
});
