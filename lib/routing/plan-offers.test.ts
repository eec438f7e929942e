import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WorkItem } from "./choose-counsellor";
import type { CrewMember } from "./crew";
import { planOffers } from "./plan-offers";

const NOW = new Date("2026-11-24T14:00:00Z");
const member = (id: string, load: number, capacity: number): CrewMember => ({
  id,
  name: id,
  skills: ["listening"],
  languages: ["fr"],
  capacity,
  load,
  onDuty: true,
  present: true,
  paused: false,
  idleSince: null,
});
const item = (conversationId: string, passed: [string, Date][] = []): WorkItem => ({
  conversationId,
  danger: "F1",
  skill: "listening",
  language: "fr",
  relay: null,
  passed: new Map(passed),
});
const plan = (queue: WorkItem[], crew: CrewMember[]) => planOffers(queue, crew, NOW, 45_000);

describe("planOffers", () => {
  it("spreads over who has least, in the order of the queue, until nobody has room", () => {
    const { offers } = plan([item("1"), item("2"), item("3"), item("4")], [member("a", 0, 2), member("b", 1, 2)]);
    expect(offers.map(({ item: { conversationId }, userId }) => [conversationId, userId])).toEqual([
      ["1", "a"],
      ["2", "a"],
      ["3", "b"],
    ]);
  });

  it("does not change what it was given", () => {
    const crew = [member("a", 0, 2)];
    plan([item("1")], crew);
    expect(crew[0]!.load).toBe(0);
  });

  it("knows when to look again", () => {
    const passed = (seconds: number): [string, Date][] => [["a", new Date(NOW.getTime() - seconds * 1000)]];
    const result = plan([item("1", passed(5)), item("2", passed(40))], [member("a", 0, 2)]);
    expect(result).toEqual({ offers: [], askAgainAt: new Date(NOW.getTime() + 5000) });
  });

  it("never goes past anybody's capacity, and fills it while somebody waits", () => {
    const anyCrew = fc
      .array(fc.record({ load: fc.nat(4), capacity: fc.nat(4) }), { maxLength: 6 })
      .map((list) => list.map(({ load, capacity }, index) => member(`p${index}`, load, capacity)));
    fc.assert(
      fc.property(anyCrew, fc.nat(12), (crew, waiting) => {
        const queue = Array.from({ length: waiting }, (_, index) => item(`c${index}`));
        const { offers } = plan(queue, crew);
        const room = crew.reduce((sum, { load, capacity }) => sum + Math.max(0, capacity - load), 0);
        expect(offers.map((offer) => offer.item.conversationId)).toEqual(
          queue.slice(0, Math.min(room, waiting)).map((q) => q.conversationId),
        );
        for (const { id, load, capacity } of crew) {
          const given = offers.filter((offer) => offer.userId === id).length;
          expect(given === 0 || load + given <= capacity).toBe(true);
        }
      }),
    );
  });
});
