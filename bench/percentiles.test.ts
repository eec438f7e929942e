import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrivals, percentile, spreadOf } from "./percentiles";

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

describe("percentile", () => {
  it.each([
    ["the middle of an even count is the lower one", [4, 1, 3, 2], 0.5, 2],
    ["the middle of an odd count", [9, 1, 5], 0.5, 5],
    ["95 of a hundred", hundred, 0.95, 95],
    ["99 of a hundred", hundred, 0.99, 99],
    ["all of them", hundred, 1, 100],
    ["none of them is the smallest", hundred, 0, 1],
    ["of one", [7], 0.95, 7],
    ["ten and nine are numbers, not words", [10, 9], 0.5, 9],
  ])("%s", (_, samples, share, expected) => {
    expect(percentile(samples, share)).toBe(expected);
  });

  it("of nothing is not a number", () => {
    expect(percentile([], 0.5)).toBeNaN();
  });

  it("is a sample that at least the share does not exceed, and fewer do below it", () => {
    const samples = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1 });
    fc.assert(
      fc.property(samples, fc.double({ min: 0.01, max: 1, noNaN: true }), (values, share) => {
        const found = percentile(values, share);
        expect(values).toContain(found);
        expect(values.filter((value) => value <= found).length).toBeGreaterThanOrEqual(share * values.length - 1e-9);
        expect(values.filter((value) => value < found).length).toBeLessThan(share * values.length + 1e-9);
      }),
    );
  });

  it("leaves the samples as they are", () => {
    const samples = [3, 1, 2];
    spreadOf(samples);
    expect(samples).toEqual([3, 1, 2]);
  });
});

it("the spread has its parts in order", () => {
  expect(spreadOf(hundred)).toEqual({ count: 100, p50: 50, p95: 95, p99: 99, max: 100 });
});

describe("arrivals", () => {
  it("come at the rate, in order, within the time", () => {
    let state = 7;
    const random = () => (state = (state * 16807) % 2147483647) / 2147483647;
    const at = arrivals(100, 100, random);
    expect(at.length).toBeGreaterThan(9_500);
    expect(at.length).toBeLessThan(10_500);
    expect(at.every((ms, index) => ms < 100_000 && (index === 0 || ms >= at[index - 1]!))).toBe(true);
  });
});
