import { describe, expect, it } from "vitest";
import { clockFace, elapsedParts } from "./elapsed-parts";

describe("elapsed", () => {
  it.each([
    [-5, { unit: "now" }],
    [0, { unit: "now" }],
    [59, { unit: "now" }],
    [60, { unit: "minutes", value: 1 }],
    [3599, { unit: "minutes", value: 59 }],
    [3600, { unit: "hours", value: 1 }],
    [3900, { unit: "hoursMinutes", hours: 1, minutes: "05" }],
    [86_399, { unit: "hoursMinutes", hours: 23, minutes: "59" }],
    [86_400, { unit: "days", value: 1 }],
    [300_000, { unit: "days", value: 3 }],
  ])("%i s", (seconds, parts) => {
    expect(elapsedParts(seconds)).toEqual(parts);
  });

  it.each([
    [-1, "0:00"],
    [9, "0:09"],
    [161, "2:41"],
    [252.9, "4:12"],
    [3599, "59:59"],
    [3600, null],
  ])("%d s on a clock face", (seconds, face) => {
    expect(clockFace(seconds)).toBe(face);
  });
});
