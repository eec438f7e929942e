import { describe, expect, it } from "vitest";
import { caseYear, formatCaseNumber } from "./case-number";

describe("case numbers", () => {
  it.each([
    [{ year: 2026, ordinal: 1 }, "2026-000001"],
    [{ year: 2026, ordinal: 4217 }, "2026-004217"],
    [{ year: 2027, ordinal: 1234567 }, "2027-1234567"],
  ])("%o is read %s", (number, read) => expect(formatCaseNumber(number)).toBe(read));

  it.each([
    ["2026-12-31T22:59:59Z", 2026],
    ["2026-12-31T23:00:00Z", 2027],
    ["2026-06-30T22:00:00Z", 2026],
  ])("opened at %s belongs to %i in Paris", (at, year) => expect(caseYear(new Date(at))).toBe(year));
});
