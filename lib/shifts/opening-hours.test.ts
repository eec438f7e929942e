import { resetLocalTimeZone } from "@internationalized/date";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closesAt, DEFAULT_WEEKLY, isOpen, nextOpening, type OpeningRules } from "./opening-hours";

const DEFAULT: OpeningRules = { weekly: DEFAULT_WEEKLY, exceptions: {} };
const at = (iso: string) => new Date(iso);

// The rules must not depend on the machine: every table runs in three zones, two of them far from Paris.
const ZONES = ["Europe/Paris", "Pacific/Auckland", "America/Los_Angeles"];

describe.each(ZONES)("opening hours on a machine in %s", (zone) => {
  const before = process.env.TZ;
  beforeEach(() => {
    process.env.TZ = zone;
    resetLocalTimeZone();
  });
  afterEach(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
    resetLocalTimeZone();
  });

  it.each([
    // [instant, open, closes, next opening]
    ["winter, minute before opening", "2026-11-24T07:59:59Z", false, null, "2026-11-24T08:00:00Z"],
    ["winter, opening", "2026-11-24T08:00:00Z", true, "2026-11-24T22:00:00Z", null],
    ["winter, last second", "2026-11-24T21:59:59Z", true, "2026-11-24T22:00:00Z", null],
    ["winter, closing", "2026-11-24T22:00:00Z", false, null, "2026-11-25T08:00:00Z"],
    ["summer, opening is two hours from UTC", "2026-07-14T07:00:00Z", true, "2026-07-14T21:00:00Z", null],
    // Clocks go forward on 29 March 2026 at 02:00: that night is an hour shorter.
    ["evening before the spring change", "2026-03-28T22:30:00Z", false, null, "2026-03-29T07:00:00Z"],
    ["spring Sunday 03:30 summer time", "2026-03-29T01:30:00Z", false, null, "2026-03-29T07:00:00Z"],
    ["spring Sunday, open", "2026-03-29T07:00:00Z", true, "2026-03-29T21:00:00Z", null],
    ["spring Sunday, closed", "2026-03-29T21:00:00Z", false, null, "2026-03-30T07:00:00Z"],
    // Clocks go back on 25 October 2026 at 03:00: 02:30 happens twice, and 9h is an hour later in UTC.
    ["evening before the autumn change", "2026-10-24T21:00:00Z", false, null, "2026-10-25T08:00:00Z"],
    ["autumn Sunday, first 02:30", "2026-10-25T00:30:00Z", false, null, "2026-10-25T08:00:00Z"],
    ["autumn Sunday, second 02:30", "2026-10-25T01:30:00Z", false, null, "2026-10-25T08:00:00Z"],
    ["autumn Sunday, 08:59 winter time", "2026-10-25T07:59:00Z", false, null, "2026-10-25T08:00:00Z"],
    ["autumn Sunday, open", "2026-10-25T08:00:00Z", true, "2026-10-25T22:00:00Z", null],
  ])("%s", (_name, now, open, closes, opens) => {
    expect(isOpen(DEFAULT, at(now))).toBe(open);
    expect(closesAt(DEFAULT, at(now))).toEqual(closes === null ? null : at(closes));
    expect(nextOpening(DEFAULT, at(now))).toEqual(opens === null ? null : at(opens));
  });

  it("an evening past midnight lasts the hours that the night has", () => {
    const late: OpeningRules = { weekly: { 6: { opens: "22:00", closes: "04:00" } }, exceptions: {} };
    const hours = (evening: string) => (closesAt(late, at(evening))!.getTime() - at(evening).getTime()) / 3_600_000;
    expect(hours("2026-03-21T21:00:00Z")).toBe(6);
    expect(hours("2026-03-28T21:00:00Z")).toBe(5);
    expect(hours("2026-10-24T20:00:00Z")).toBe(7);
  });

  it("an opening in the hour that does not exist happens an hour later", () => {
    const night: OpeningRules = { weekly: { 7: { opens: "02:30", closes: "05:00" } }, exceptions: {} };
    expect(nextOpening(night, at("2026-03-29T00:00:00Z"))).toEqual(at("2026-03-29T01:30:00Z"));
  });

  it("an exception replaces the day: closed on the 25th, short on the 31st", () => {
    const rules: OpeningRules = {
      weekly: DEFAULT_WEEKLY,
      exceptions: { "2026-12-25": null, "2026-12-31": { opens: "09:00", closes: "18:00" } },
    };
    expect(isOpen(rules, at("2026-12-25T14:00:00Z"))).toBe(false);
    expect(nextOpening(rules, at("2026-12-24T22:30:00Z"))).toEqual(at("2026-12-26T08:00:00Z"));
    expect(closesAt(rules, at("2026-12-31T16:00:00Z"))).toEqual(at("2026-12-31T17:00:00Z"));
    expect(isOpen(rules, at("2026-12-31T18:00:00Z"))).toBe(false);
  });
});

describe("opening hours", () => {
  it("a line without hours promises nothing", () => {
    const never: OpeningRules = { weekly: {}, exceptions: {} };
    expect(isOpen(never, at("2026-11-24T14:00:00Z"))).toBe(false);
    expect(nextOpening(never, at("2026-11-24T14:00:00Z"))).toBeNull();
    expect(closesAt(never, at("2026-11-24T14:00:00Z"))).toBeNull();
  });

  it("midnight to midnight runs on into the next day", () => {
    const weekend: OpeningRules = {
      weekly: { 6: { opens: "00:00", closes: "24:00" }, 7: { opens: "00:00", closes: "20:00" } },
      exceptions: {},
    };
    expect(closesAt(weekend, at("2026-11-21T12:00:00Z"))).toEqual(at("2026-11-22T19:00:00Z"));
    const always: OpeningRules = {
      weekly: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, { opens: "00:00", closes: "24:00" }])),
      exceptions: {},
    };
    expect(closesAt(always, at("2026-11-21T12:00:00Z"))).toBeNull();
  });
});
