import { expect, it } from "vitest";
import type { LineView } from "@/lib/contract/views";
import { LineTurn } from "./line-turn";

const CLOSES = "2026-11-24T22:00:00.000Z";
const at = Date.parse(CLOSES);
const open: LineView = { open: true, closesAt: CLOSES, nextOpening: null, aroundTheClock: false };
const closed: LineView = { open: false, closesAt: null, nextOpening: "2026-11-25T08:00:00.000Z", aroundTheClock: false };

it("asks when the hour has come, spread, and again until the line has turned", () => {
  const turn = new LineTurn(3000);
  expect(turn.isDue(open, at - 1)).toBe(false);
  expect(turn.isDue(open, at)).toBe(false);
  expect(turn.isDue(open, at + 3000)).toBe(true);
  expect(turn.isDue(open, at + 4000)).toBe(false);
  expect(turn.isDue(open, at + 23_000)).toBe(true);
  expect(turn.isDue(closed, at + 24_000)).toBe(false);
  expect(turn.isDue(closed, Date.parse("2026-11-25T08:00:03.000Z"))).toBe(false);
});

it("never asks for a line that stays as it is", () => {
  expect(new LineTurn(0).isDue({ open: true, closesAt: null, nextOpening: null, aroundTheClock: true }, at)).toBe(false);
});
