import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openScene, TUESDAY_15H, type Scene } from "@/lib/testing/factories";
import { minutes, NOBODY, seconds, SYSTEM } from "@/lib/testing/people";
import { accept, auditedOf, decline, emptyHouse, jobsOf, markers, offeredTo, offerTo, pass, stored } from "@/lib/testing/queue";
import { answerOffer } from "./answer-offer";
import { expireOffer } from "./expire-offer";
import { take } from "./take";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());
beforeEach(() => emptyHouse(scene));

const waiting = () => scene.conversation({ state: "waiting", waitingSince: minutes(-10) });
async function onOffer(given: Parameters<Scene["staff"]>[0] = {}) {
  const person = await scene.staff(given);
  const { id } = await waiting();
  return { person, id, offerId: await offerTo(scene, id, person.id) };
}

describe("answerOffer, yes", () => {
  it("makes the conversation theirs", async () => {
    const { person, id } = await onOffer({ name: "Camille" });
    expect(await accept(scene, person, id, seconds(5))).toEqual({ conversationId: id, accepted: true });
    const row = await stored(scene, id);
    expect(row).toMatchObject({
      state: "active",
      counsellorId: person.id,
      offeredToId: null,
      offerExpiresAt: null,
      waitingSince: null,
    });
    expect(row.offers).toMatchObject([{ outcome: "accepted", endedAt: seconds(5) }]);
    expect(row.assignments).toMatchObject([{ userId: person.id, via: "offer", since: seconds(5) }]);
    expect(row.escalations).toMatchObject([{ outcome: "taken" }]);
    expect(await markers(scene, id)).toEqual([{ code: "taken", name: "Camille" }]);
  });

  it("said twice, also at once, is said once", async () => {
    const { person, id } = await onOffer();
    const answers = await Promise.all([1, 2, 3].map(() => accept(scene, person, id)));
    expect(answers).toEqual(Array(3).fill({ conversationId: id, accepted: true }));
    expect((await stored(scene, id)).assignments).toHaveLength(1);
    expect(await auditedOf(scene, "conversation.offer-accepted", id)).toHaveLength(1);
  });

  it("too late is told as such: it went on, or somebody else has it", async () => {
    const { person, id, offerId } = await onOffer();
    await expireOffer(scene.ctx(SYSTEM, seconds(46)), { conversationId: id, offerId });
    await expect(accept(scene, person, id)).rejects.toMatchObject({ code: "already-decided" });
    const other = await onOffer();
    await take(scene.ctx(person), { conversationId: other.id });
    await expect(accept(scene, other.person, other.id)).rejects.toMatchObject({ code: "already-decided" });
  });

  it("against a take at the same moment, one of both has it and the other is told", async () => {
    const { person, id } = await onOffer();
    const sacha = await scene.staff();
    const results = await Promise.allSettled([accept(scene, person, id), take(scene.ctx(sacha), { conversationId: id })]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await stored(scene, id)).assignments).toHaveLength(1);
  });
});

describe("answerOffer, no", () => {
  it("sends it on at once, in its place, and remembers", async () => {
    const { person, id } = await onOffer();
    const sacha = await scene.staff();
    jobsOf(scene);
    await decline(scene, person, id);
    const row = await stored(scene, id);
    expect(row).toMatchObject({ state: "waiting", waitingSince: minutes(-10), offeredToId: null, letPass: 1 });
    expect(row.offers).toMatchObject([{ outcome: "declined" }]);
    expect(jobsOf(scene)).toEqual(["routing.assign-next"]);
    await pass(scene);
    expect(await offeredTo(scene, id)).toBe(sacha.id);
  });

  it("has an audit entry, and said twice is said once", async () => {
    const { person, id, offerId } = await onOffer();
    await decline(scene, person, id);
    await decline(scene, person, id);
    expect(await auditedOf(scene, "conversation.offer-declined", id)).toEqual([
      { conversationId: id, userId: person.id, offerId, relayId: null },
    ]);
    await expect(accept(scene, person, id)).rejects.toMatchObject({ code: "already-decided" });
  });
});

describe("answerOffer", () => {
  it("is for the person it was offered to", async () => {
    const { id } = await onOffer();
    const sacha = await scene.staff();
    const admin = await scene.staff({ roles: ["administrator"] });
    const supervisor = await scene.staff({ roles: ["supervisor"] });
    const answer = { conversationId: id, accept: true };
    for (const actor of [sacha, supervisor, admin, NOBODY])
      await expect(answerOffer(scene.ctx(actor), answer)).rejects.toMatchObject({ code: "forbidden" });
    const held = await scene.conversation({ state: "active", counsellorId: supervisor.id });
    await expect(answerOffer(scene.ctx(sacha), { conversationId: held.id, accept: true })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await stored(scene, id)).toMatchObject({ state: "waiting", assignments: [] });
  });
});

describe("expireOffer", () => {
  it("does nothing to an offer that was answered", async () => {
    const { person, id, offerId } = await onOffer();
    await accept(scene, person, id);
    await expireOffer(scene.ctx(SYSTEM, seconds(46)), { conversationId: id, offerId });
    expect(await stored(scene, id)).toMatchObject({ state: "active", counsellorId: person.id, letPass: 0 });
    expect(await auditedOf(scene, "conversation.offer-let-pass", id)).toEqual([]);
  });

  it("run twice at once counts once, with one audit entry", async () => {
    const { person, id, offerId } = await onOffer();
    const expire = () => expireOffer(scene.ctx(SYSTEM, seconds(46)), { conversationId: id, offerId });
    await Promise.all([expire(), expire()]);
    expect(await stored(scene, id)).toMatchObject({ letPass: 1, offers: [{ outcome: "let-pass", endedAt: seconds(46) }] });
    expect(await auditedOf(scene, "conversation.offer-let-pass", id)).toEqual([
      { conversationId: id, userId: person.id, offerId, relayId: null },
    ]);
    // Idle all along: an offer let pass is not work done.
    const presence = await scene.db.presence.findUniqueOrThrow({ where: { userId: person.id } });
    expect(presence.idleSince).toEqual(TUESDAY_15H);
  });

  it("is for the system alone", async () => {
    const { person, id, offerId } = await onOffer();
    await expect(expireOffer(scene.ctx(person), { conversationId: id, offerId })).rejects.toMatchObject({ code: "forbidden" });
  });
});
