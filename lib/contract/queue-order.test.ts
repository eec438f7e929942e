import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DANGER_LEVELS } from "./danger";
import { orderQueue, standing, type Waiting } from "./queue-order";

const NOW = Date.parse("2026-11-24T14:00:00Z");
const AGEING = 20;
const waiting = (id: string, danger: Waiting["danger"], minutes: number): Waiting => ({
  id,
  danger,
  waitingSince: new Date(NOW - minutes * 60_000).toISOString(),
});
const order = (...entries: Waiting[]) => orderQueue(entries, NOW, AGEING).map(({ id }) => id);

describe("the order of the queue", () => {
  it.each<[string, Waiting[], string[]]>([
    ["danger first", [waiting("a", "F1", 10), waiting("b", "F2", 1), waiting("c", "F3", 0)], ["c", "b", "a"]],
    ["imminent danger before everything", [waiting("a", "F3", 600), waiting("b", "F4", 0)], ["b", "a"]],
    ["then the wait", [waiting("a", "F2", 1), waiting("b", "F2", 5)], ["b", "a"]],
    ["not assessed counts as F1", [waiting("a", "FX", 1), waiting("b", "F0", 5)], ["a", "b"]],
    ["ageing: a step up for every 20 minutes", [waiting("a", "F2", 5), waiting("b", "F1", 45)], ["b", "a"]],
    ["at the same step the danger counts", [waiting("a", "F2", 5), waiting("b", "F1", 25)], ["a", "b"]],
    ["ties end with the id", [waiting("b", "F1", 5), waiting("a", "F1", 5)], ["a", "b"]],
  ])("%s", (_name, entries, expected) => {
    expect(order(...entries)).toEqual(expected);
  });

  it("never ages past F3, and a clock behind the row is no negative wait", () => {
    expect(standing(waiting("a", "F0", 10_000), NOW, AGEING)).toMatchObject({ level: 0, aged: 3 });
    expect(standing(waiting("a", "F4", 10_000), NOW, AGEING)).toMatchObject({ level: 4, aged: 0 });
    expect(standing(waiting("a", "F1", -5), NOW, AGEING)).toMatchObject({ waitedMs: 0, aged: 0 });
  });

  const anyQueue = fc.uniqueArray(
    fc.record({ id: fc.uuid(), danger: fc.constantFrom(...DANGER_LEVELS), minutes: fc.nat(300) }),
    { selector: ({ id }) => id, maxLength: 30 }, // prettier-ignore
  );

  it("is total: whatever the order of arrival, the same queue, nobody lost, F4 in front", () => {
    fc.assert(
      fc.property(anyQueue, fc.integer(), (list, seed) => {
        const entries = list.map(({ id, danger, minutes }) => waiting(id, danger, minutes));
        const shuffled = [...entries].sort((a, b) => ((a.id.charCodeAt(0) * seed) % 7) - ((b.id.charCodeAt(0) * seed) % 7));
        const ordered = order(...entries);
        expect(order(...shuffled)).toEqual(ordered);
        expect([...ordered].sort()).toEqual(entries.map(({ id }) => id).sort());
        const imminent = new Set(entries.filter(({ danger }) => danger === "F4").map(({ id }) => id));
        expect(ordered.slice(0, imminent.size).every((id) => imminent.has(id))).toBe(true);
      }),
    );
  });

  it("who waits longer never stands behind the same danger that waits less", () => {
    fc.assert(
      fc.property(fc.constantFrom(...DANGER_LEVELS), fc.nat(300), fc.integer({ min: 1, max: 300 }), (danger, minutes, more) => {
        expect(order(waiting("a", danger, minutes), waiting("b", danger, minutes + more))).toEqual(["b", "a"]);
      }),
    );
  });
});
