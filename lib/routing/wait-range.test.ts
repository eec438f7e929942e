import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SKILLS, type Skill } from "@/lib/contract/roles";
import { waitRanges, type Queued, type Seat } from "./wait-range";

const queued = (id: string, skill: Skill = "listening", offered = false): Queued => ({ id, skill, offered });
const seat = (free: number, capacity = 3, skills: Skill[] = ["listening"]): Seat => ({ free, capacity, skills });
const rangeOf = (id: string, queue: Queued[], seats: Seat[], minutes = 45) => waitRanges(queue, seats, minutes).get(id);

describe("waitRanges", () => {
  it.each<[string, Queued[], Seat[], { min: number; max: number } | null]>([
    ["nobody is there: nobody can say", [queued("x")], [], null],
    ["only people who take none", [queued("x")], [seat(0, 0)], null],
    ["somebody is free", [queued("x")], [seat(1)], { min: 0, max: 2 }],
    ["on somebody's screen already", [queued("x", "listening", true)], [seat(0)], { min: 0, max: 2 }],
    // Three at once of 45 minutes: one ends every 15.
    ["the next to end is mine", [queued("x")], [seat(0)], { min: 7, max: 25 }],
    ["behind one other", [queued("a"), queued("x")], [seat(0)], { min: 15, max: 45 }],
    ["one free place, and somebody before me", [queued("a"), queued("x")], [seat(1)], { min: 7, max: 25 }],
    [
      "an offer made does not stand before me twice",
      [queued("a", "listening", true), queued("x")],
      [seat(0)],
      { min: 7, max: 25 },
    ],
    ["twice the people, half the wait", [queued("x")], [seat(0), seat(0)], { min: 3, max: 15 }],
    ["a specialist of one", [queued("x", "legal")], [seat(0, 3, ["legal"]), seat(3)], { min: 7, max: 25 }],
    // The jurist may have to listen first (max), or not (min).
    ["others who need any listener", [queued("a"), queued("x", "legal")], [seat(0, 3, ["legal"])], { min: 7, max: 45 }],
    [
      "others who need another specialist",
      [queued("a", "digital"), queued("x", "legal")],
      [seat(0, 3, ["legal"]), seat(0, 3, ["digital"])],
      { min: 7, max: 25 },
    ],
    ["no such specialist: who listens", [queued("x", "legal")], [seat(1)], { min: 0, max: 2 }],
  ])("%s", (_name, queue, seats, expected) => {
    expect(rangeOf("x", queue, seats)?.range).toEqual(expected);
  });

  it("counts places from one, over everybody", () => {
    const views = waitRanges([queued("a", "legal"), queued("b"), queued("c", "listening", true)], [seat(1)], 45);
    expect([...views].map(([id, { place }]) => [id, place])).toEqual([["a", 1], ["b", 2], ["c", 3]]); // prettier-ignore
  });

  it("is never a wait backwards, nor a range without width, and further back never means sooner", () => {
    const anyQueue = fc
      .array(fc.record({ skill: fc.constantFrom(...SKILLS), offered: fc.boolean() }), { maxLength: 20 })
      .map((list) => list.map((entry, index) => ({ id: `${index}`, ...entry })));
    const anySeats = fc.array(
      fc.record({ free: fc.nat(4), capacity: fc.nat(4), skills: fc.subarray([...SKILLS]) }),
      { maxLength: 6 }, // prettier-ignore
    );
    fc.assert(
      fc.property(anyQueue, anySeats, fc.integer({ min: 1, max: 240 }), (queue, seats, minutes) => {
        const views = waitRanges(queue, seats, minutes);
        const last = new Map<Skill, number>();
        for (const { id, skill, offered } of queue) {
          const range = views.get(id)!.range;
          if (range === null) continue;
          expect(range.min).toBeGreaterThanOrEqual(0);
          expect(range.max).toBeGreaterThan(range.min);
          if (offered) continue;
          expect(range.max).toBeGreaterThanOrEqual(last.get(skill) ?? 0);
          last.set(skill, range.max);
        }
      }),
    );
  });
});
