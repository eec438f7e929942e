import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openScene, TUESDAY_15H, type Scene } from "@/lib/testing/factories";
import { minutes, seconds, SYSTEM } from "@/lib/testing/people";
import { auditedOf, emittedOf, emptyHouse, heartbeats, jobsOf, offeredTo, pass, stored } from "@/lib/testing/queue";
import { assignNext } from "./assign-next";
import { expireOffer } from "./expire-offer";
import { take } from "./take";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());
beforeEach(() => emptyHouse(scene));

const waiting = (given: Parameters<Scene["conversation"]>[0] = {}) => scene.conversation({ state: "waiting", ...given });

describe("assignNext", () => {
  it("offers to who is there, stores why, and sets the time to answer", async () => {
    const camille = await scene.staff({ name: "Camille" });
    await scene.staff({ onDuty: false, present: false });
    const away = await scene.staff({ name: "Sacha", present: false });
    const { id } = await waiting();
    expect(await pass(scene)).toBe(1);
    const row = await stored(scene, id);
    expect(row).toMatchObject({
      state: "waiting",
      offeredToId: camille.id,
      offerExpiresAt: seconds(45),
      waitingSince: TUESDAY_15H,
    });
    expect(row.offers).toMatchObject([
      {
        userId: camille.id,
        endedAt: null,
        outcome: null,
        why: {
          chosen: { id: camille.id, name: "Camille" },
          how: "offered",
          excluded: [{ person: { id: away.id }, why: "not-present" }],
        },
      },
    ]);
    expect(scene.jobs).toMatchObject([
      { name: "routing.expire-offer", payload: { offerId: row.offers[0]!.id }, delayMs: 45_000 },
    ]);
  });

  it("leaves an audit entry and tells the desks of the row and of the load", async () => {
    const camille = await scene.staff();
    const { id } = await waiting();
    await pass(scene);
    expect(await auditedOf(scene, "conversation.offered", id)).toMatchObject([{ conversationId: id, userId: camille.id }]);
    expect(await emittedOf(scene, "conversation.changed", id)).toMatchObject([{ event: { conversationId: id, version: 2 } }]);
    expect(await emittedOf(scene, "colleague.changed", camille.id)).toMatchObject([
      { rooms: ["desk"], event: { userId: camille.id, version: 2 } },
    ]);
  });

  it("is for the system alone", async () => {
    const admin = await scene.staff({ roles: ["administrator", "supervisor"] });
    const { visitor } = await waiting();
    for (const actor of [admin, visitor])
      await expect(assignNext(scene.ctx(actor), { because: "x" })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("offers nothing that is with the bot, held, closed or on offer already", async () => {
    const camille = await scene.staff();
    await scene.conversation({ state: "bot" });
    await scene.conversation({ state: "active", counsellorId: camille.id });
    await scene.conversation({ state: "closed", closedAt: TUESDAY_15H });
    await waiting();
    expect(await pass(scene)).toBe(1);
    expect(await pass(scene)).toBe(0);
  });

  it("danger jumps the queue; who has waited long moves up, but never before an imminent danger", async () => {
    const camille = await scene.staff({ capacity: 1 });
    const early = await waiting({ danger: "F1", waitingSince: minutes(-10) });
    const graver = await waiting({ danger: "F2", waitingSince: minutes(-1) });
    const aged = await waiting({ danger: "F0", waitingSince: minutes(-70) });
    const imminent = await waiting({ danger: "F4", waitingSince: TUESDAY_15H });
    const order: (string | undefined)[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      await pass(scene);
      const offer = await scene.db.conversation.findFirst({ where: { offeredToId: camille.id } });
      order.push(offer?.id);
      await scene.db.offer.updateMany({ where: { endedAt: null }, data: { endedAt: TUESDAY_15H, outcome: "accepted" } });
      await scene.db.conversation.update({
        where: { id: offer!.id },
        data: { state: "closed", closedAt: TUESDAY_15H, offeredToId: null, offerExpiresAt: null },
      });
    }
    expect(order).toEqual([imminent.id, aged.id, graver.id, early.id]);
  });

  it("gives a question of law to who knows it, and to who listens when nobody on duty does", async () => {
    const camille = await scene.staff();
    const jurist = await scene.staff({ roles: ["jurist"], skills: ["legal"], capacity: 1 });
    const [first, second] = [await waiting({ skill: "legal", waitingSince: minutes(-2) }), await waiting({ skill: "legal" })];
    await pass(scene);
    expect(await offeredTo(scene, first.id)).toBe(jurist.id);
    expect(await offeredTo(scene, second.id)).toBeNull();
    await scene.db.shift.deleteMany({ where: { userId: jurist.id } });
    await pass(scene);
    expect(await offeredTo(scene, second.id)).toBe(camille.id);
    expect((await stored(scene, second.id)).offers[0]!.why).toMatchObject({ skill: "legal", skillFallback: true });
  });

  it("passes through five people and comes back in its place, as often as needed", async () => {
    const people = await Promise.all([1, 2, 3, 4, 5].map(() => scene.staff({ capacity: 1 })));
    const since = minutes(-30);
    const { id } = await waiting({ waitingSince: since, danger: "F2" });
    const asked: (string | null)[] = [];
    let now = TUESDAY_15H;
    for (let turn = 0; turn < 7; turn += 1) {
      await pass(scene, now);
      const row = await stored(scene, id);
      asked.push(row.offeredToId);
      now = seconds(46, now);
      await heartbeats(scene, now);
      await expireOffer(scene.ctx(SYSTEM, now), { conversationId: id, offerId: row.offers.at(-1)!.id });
    }
    expect(new Set(asked.slice(0, 5))).toEqual(new Set(people.map((person) => person.id)));
    // Then again from the one who let it pass longest ago.
    expect(asked.slice(5)).toEqual(asked.slice(0, 2));
    const row = await stored(scene, id);
    expect(row).toMatchObject({ state: "waiting", waitingSince: since, letPass: 5, offeredToId: null });
    expect(row.offers.map((offer) => offer.outcome)).toEqual(Array(7).fill("let-pass"));
    const later = await waiting({ waitingSince: minutes(-5), danger: "F2" });
    await scene.db.user.updateMany({ where: { id: { not: people[0]!.id } }, data: { capacity: 0 } });
    await scene.db.presence.updateMany({ data: { lastSeenAt: minutes(10) } });
    await pass(scene, minutes(10));
    expect(await offeredTo(scene, id)).toBe(people[0]!.id);
    expect(await offeredTo(scene, later.id)).toBeNull();
  });

  it("looks again by itself when everybody has just let it pass", async () => {
    const camille = await scene.staff();
    const { id } = await waiting();
    await pass(scene);
    const { offers } = await stored(scene, id);
    await expireOffer(scene.ctx(SYSTEM, seconds(10)), { conversationId: id, offerId: offers[0]!.id });
    jobsOf(scene);
    expect(await pass(scene, seconds(20))).toBe(0);
    expect(scene.jobs).toMatchObject([{ name: "routing.assign-next", key: "routing.ask-again", delayMs: 35_001 }]);
    await heartbeats(scene, seconds(56));
    await pass(scene, seconds(56));
    expect(await offeredTo(scene, id)).toBe(camille.id);
  });

  it("20 passes at once offer each conversation once and nobody more than they have room for", async () => {
    const people = await Promise.all([1, 2, 3, 4].map((capacity) => scene.staff({ capacity })));
    const conversations = await Promise.all(Array.from({ length: 14 }, () => waiting()));
    await Promise.all(Array.from({ length: 20 }, () => pass(scene)));
    const offers = await scene.db.offer.findMany({ where: { endedAt: null } });
    expect(offers).toHaveLength(10);
    expect(new Set(offers.map((offer) => offer.conversationId)).size).toBe(10);
    for (const [index, person] of people.entries())
      expect(offers.filter((offer) => offer.userId === person.id)).toHaveLength(index + 1);
    expect(await scene.db.conversation.count({ where: { state: "waiting", offeredToId: null } })).toBe(conversations.length - 10);
  });

  it("counts what somebody takes by hand at the same moment", async () => {
    const camille = await scene.staff({ capacity: 3 });
    const conversations = await Promise.all(Array.from({ length: 8 }, () => waiting()));
    const results = await Promise.allSettled([
      ...conversations.slice(0, 3).map(({ id }) => take(scene.ctx(camille), { conversationId: id })),
      ...Array.from({ length: 6 }, () => pass(scene)),
    ]);
    expect(results.filter(({ status }) => status === "rejected")).toEqual([]);
    await pass(scene);
    const held = await scene.db.conversation.count({ where: { counsellorId: camille.id, state: "active" } });
    const open = await scene.db.offer.count({ where: { endedAt: null } });
    expect(held).toBe(3);
    // Offers made before the takes stand; none was made once three places were taken.
    expect(open).toBeLessThanOrEqual(3);
    const made = await scene.db.offer.findMany({ where: { outcome: null }, select: { why: true } });
    for (const { why } of made) expect((why as { candidates: { load: number }[] }).candidates[0]!.load).toBeLessThan(3);
  });
});
