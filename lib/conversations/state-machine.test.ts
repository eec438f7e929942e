import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConversationState } from "@/lib/contract/views";
import { mayMove } from "./state-machine";

const STATES: ConversationState[] = ["bot", "waiting", "active", "closed"];
const LEGAL = ["bot waiting", "bot active", "bot closed", "waiting active", "waiting closed", "active waiting", "active closed"];

describe("the states of a conversation", () => {
  it.each(STATES.flatMap((from) => STATES.map((to) => [from, to] as const)))("%s → %s", (from, to) => {
    expect(mayMove(from, to)).toBe(from === to || LEGAL.includes(`${from} ${to}`));
  });

  it("no walk along legal moves leaves closed, or comes back to the bot", () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATES), fc.array(fc.constantFrom(...STATES), { maxLength: 30 }), (start, wishes) => {
        const walk = [start];
        for (const wish of wishes) if (mayMove(walk.at(-1)!, wish)) walk.push(wish);
        const closed = walk.indexOf("closed");
        const left = walk.findIndex((state) => state !== "bot");
        expect(closed === -1 || walk.slice(closed).every((state) => state === "closed")).toBe(true);
        expect(left === -1 || walk.slice(left).every((state) => state !== "bot")).toBe(true);
      }),
    );
  });

  it("every state but closed has a way to closed", () => {
    for (const state of STATES) expect(mayMove(state, "closed")).toBe(true);
  });
});
