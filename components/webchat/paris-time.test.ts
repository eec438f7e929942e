import { describe, expect, it } from "vitest";
import en from "@/messages/en.json";
import fr from "@/messages/fr.json";
import { backWords, clockTime, dayName, parisTime, whenWords } from "./paris-time";

describe("whenWords", () => {
  it.each([
    ["later today", "2026-11-21T08:00:00Z", "2026-11-21T05:00:00Z", "aujourd’hui à 9h"],
    ["tomorrow, seen late in the evening", "2026-11-22T08:00:00Z", "2026-11-21T22:30:00Z", "demain à 9h"],
    // 23:30 UTC is half past midnight in Paris: the same Paris day as the opening.
    ["after midnight in Paris", "2026-11-22T08:00:00Z", "2026-11-21T23:30:00Z", "aujourd’hui à 9h"],
    ["half past", "2026-11-22T08:30:00Z", "2026-11-21T12:00:00Z", "demain à 9h30"],
    ["in three days", "2026-11-24T08:00:00Z", "2026-11-21T12:00:00Z", "mardi à 9h"],
    ["in ten days", "2026-12-01T08:00:00Z", "2026-11-21T12:00:00Z", "le 1er décembre à 9h"],
    // The night of 28 March 2027 has 23 hours and that of 31 October 2027 has 25: still "demain à 9h".
    ["over the short night", "2027-03-28T07:00:00Z", "2027-03-27T22:30:00Z", "demain à 9h"],
    ["over the long night", "2027-10-31T08:00:00Z", "2027-10-30T21:30:00Z", "demain à 9h"],
    ["already past: the clock of the phone is not asked", "2026-11-21T08:00:00Z", "2026-11-21T08:00:05Z", "aujourd’hui à 9h"],
  ])("%s", (_, instant, now, words) => {
    expect(whenWords(instant, now, fr.chat)).toBe(words);
  });

  it("speaks English too", () => {
    expect(whenWords("2026-11-24T08:30:00Z", "2026-11-21T12:00:00Z", en.chat)).toBe("on Tuesday at 9:30");
  });
});

describe("backWords", () => {
  const line = { open: false, nextOpening: "2026-11-22T08:00:00Z", closesAt: null, aroundTheClock: false };
  it.each([
    ["closed", line, "demain à 9h"],
    ["open", { ...line, open: true }, null],
    ["closed, and nobody can say", { ...line, nextOpening: null }, null],
  ])("%s", (_, view, words) => {
    expect(backWords(view, "2026-11-21T22:30:00Z", fr.chat)).toBe(words);
  });
});

describe("clockTime and dayName", () => {
  it("are Paris's, whatever the machine's time zone", () => {
    expect(clockTime("2026-07-01T22:05:00Z")).toBe("00:05");
    expect(clockTime("2026-11-21T08:00:00Z")).toBe("09:00");
  });

  it.each([
    [0, "Aujourd’hui"],
    [1, "Hier"],
    [3, "Mercredi"],
    [30, "22 octobre"],
  ])("%i days ago", (days, name) => {
    const today = parisTime("2026-11-21T12:00:00Z").day;
    expect(dayName(today - days, today, fr.chat)).toBe(name);
  });
});
