import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Conflict } from "@/lib/core/errors";
import { openScene, TUESDAY_15H, type Scene } from "@/lib/testing/factories";
import { minutes, NOBODY } from "@/lib/testing/people";
import { auditedOf, emittedOf, emptyHouse, jobsOf, markers, offerTo, stored } from "@/lib/testing/queue";
import { relay } from "./relay";
import { take } from "./take";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());
beforeEach(() => emptyHouse(scene));

const waiting = () => scene.conversation({ state: "waiting", waitingSince: minutes(-10) });

describe("take", () => {
  it("makes it theirs, tells the child who is there, and fulfils the wish", async () => {
    const camille = await scene.staff({ name: "Camille" });
    const { id, contactId } = await waiting();
    expect(await take(scene.ctx(camille), { conversationId: id })).toMatchObject({
      counsellor: { id: camille.id, name: "Camille" },
    });
    const row = await stored(scene, id);
    expect(row).toMatchObject({ state: "active", counsellorId: camille.id, waitingSince: null });
    expect(row.assignments).toMatchObject([{ userId: camille.id, via: "take", endedAt: null }]);
    expect(row.escalations).toMatchObject([{ outcome: "taken", endedAt: TUESDAY_15H }]);
    expect(row.offers).toMatchObject([
      { userId: camille.id, outcome: "accepted", why: { how: "took", by: { name: "Camille" }, at: TUESDAY_15H.toISOString() } },
    ]);
    expect(await markers(scene, id)).toEqual([{ code: "taken", name: "Camille" }]);
    const [changed] = (await emittedOf(scene, "conversation.changed", id)).slice(-1);
    expect(changed).toMatchObject({
      rooms: ["desk", `conversation:${id}`, `visitor:${contactId}`],
      event: { version: row.version },
    });
    const presence = await scene.db.presence.findUniqueOrThrow({ where: { userId: camille.id } });
    expect(presence).toMatchObject({ idleSince: null, version: 2 });
  });

  it("has an audit entry", async () => {
    const camille = await scene.staff();
    const { id } = await waiting();
    await take(scene.ctx(camille), { conversationId: id });
    expect(await auditedOf(scene, "conversation.taken", id)).toEqual([
      { conversationId: id, userId: camille.id, relayId: null, from: null },
    ]);
  });

  it("taken again by the same person is the same, without another trace", async () => {
    const camille = await scene.staff();
    const { id } = await waiting();
    const first = await take(scene.ctx(camille), { conversationId: id });
    expect(await take(scene.ctx(camille), { conversationId: id })).toEqual(first);
    expect(await auditedOf(scene, "conversation.taken", id)).toHaveLength(1);
  });

  it("is not for those without a desk: not the visitor, not an administrator, nobody", async () => {
    const admin = await scene.staff({ roles: ["administrator"] });
    const planner = await scene.staff({ roles: ["planner"] });
    const { id, visitor } = await waiting();
    const stranger = await waiting();
    for (const actor of [admin, planner, NOBODY, stranger.visitor])
      await expect(take(scene.ctx(actor), { conversationId: id })).rejects.toMatchObject({ code: "not-found" });
    await expect(take(scene.ctx(visitor), { conversationId: id })).rejects.toMatchObject({ code: "forbidden" });
    const unenrolled = { ...(await scene.staff()), secondFactorMissing: true };
    await expect(take(scene.ctx(unenrolled), { conversationId: id })).rejects.toMatchObject({ code: "not-found" });
  });

  it("leaves to the bot what is with the bot, and closed what is closed", async () => {
    const camille = await scene.staff();
    for (const state of ["bot", "closed"]) {
      const { id } = await scene.conversation({ state, closedAt: state === "closed" ? TUESDAY_15H : null });
      await expect(take(scene.ctx(camille), { conversationId: id })).rejects.toMatchObject({ code: "not-found" });
      expect((await stored(scene, id)).assignments).toEqual([]);
    }
  });

  it("withdraws somebody else's offer, without holding it against them", async () => {
    const [camille, sacha] = [await scene.staff(), await scene.staff()];
    const { id } = await waiting();
    await offerTo(scene, id, sacha.id);
    await take(scene.ctx(camille), { conversationId: id });
    const row = await stored(scene, id);
    expect(row).toMatchObject({ counsellorId: camille.id, offeredToId: null, letPass: 0 });
    expect(row.offers.find((offer) => offer.userId === sacha.id)).toMatchObject({ outcome: "withdrawn", endedAt: TUESDAY_15H });
    expect(jobsOf(scene)).toEqual(["routing.assign-next"]);
    expect(await emittedOf(scene, "colleague.changed", camille.id)).toHaveLength(1);
    expect(await emittedOf(scene, "colleague.changed", sacha.id)).toHaveLength(1);
  });

  it("what is on offer to oneself, taken, is accepted", async () => {
    const camille = await scene.staff();
    const { id } = await waiting();
    await offerTo(scene, id, camille.id);
    await take(scene.ctx(camille), { conversationId: id });
    const row = await stored(scene, id);
    expect(row.offers).toMatchObject([{ outcome: "accepted" }]);
    expect(row.assignments).toMatchObject([{ via: "offer" }]);
  });

  it("takes an open relay: the first one is relieved in the same instant", async () => {
    const [camille, sacha] = [await scene.staff(), await scene.staff({ name: "Sacha" })];
    const { id } = await scene.conversation({ state: "active", counsellorId: camille.id });
    await relay(scene.ctx(camille), { conversationId: id, brief: "Chantage depuis lundi.", toUserId: null, toSkill: null });
    await take(scene.ctx(sacha), { conversationId: id });
    const row = await stored(scene, id);
    expect(row).toMatchObject({ state: "active", counsellorId: sacha.id });
    expect(row.assignments).toMatchObject([
      { userId: camille.id, endReason: "relayed" },
      { userId: sacha.id, via: "relay", endedAt: null },
    ]);
    expect(row.relays).toMatchObject([{ outcome: "accepted", acceptedById: sacha.id }]);
    expect(await markers(scene, id)).toEqual([{ code: "handed-over", name: "Sacha" }]);
  });

  it("50 at once: one has it, 49 are told who", async () => {
    const people = await Promise.all(Array.from({ length: 50 }, (_, index) => scene.staff({ name: `Personne ${index}` })));
    const { id } = await waiting();
    const results = await Promise.allSettled(people.map((person) => take(scene.ctx(person), { conversationId: id })));
    const winners = people.filter((_, index) => results[index]!.status === "fulfilled");
    expect(winners).toHaveLength(1);
    const refusals = results.flatMap((result) => (result.status === "rejected" ? [result.reason as Conflict] : []));
    expect(refusals).toHaveLength(49);
    for (const refusal of refusals) {
      expect(refusal.code).toBe("already-taken");
      expect(refusal.details).toEqual({ by: winners[0]!.name, byId: winners[0]!.id });
    }
    const row = await stored(scene, id);
    expect(row.assignments).toMatchObject([{ userId: winners[0]!.id }]);
    expect(row.messages.map(({ seq }) => seq)).toEqual([1]);
    expect(await auditedOf(scene, "conversation.taken", id)).toHaveLength(1);
  });
});
