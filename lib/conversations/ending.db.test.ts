import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/contract/actor";
import { openScene, TUESDAY_15H, type Scene } from "@/lib/testing/factories";
import { audited, emitted, minutes, SYSTEM } from "@/lib/testing/people";
import { close } from "./close";
import { endAsVisitor } from "./end-as-visitor";
import { giveFeedback } from "./give-feedback";

let scene: Scene;
let camille: StaffActor;
let supervisor: StaffActor;
beforeAll(async () => {
  scene = await openScene();
  camille = await scene.staff({ name: "Camille" });
  supervisor = await scene.staff({ name: "Dominique", roles: ["supervisor"] });
});
afterAll(() => scene.close());

const held = () => scene.conversation({ state: "active", counsellorId: camille.id });
const row = (id: string) => scene.db.conversation.findUniqueOrThrow({ where: { id } });
const markers = async (conversationId: string) =>
  (await scene.db.message.findMany({ where: { conversationId, author: "system" }, orderBy: { seq: "asc" } })).map(
    (m) => m.marker,
  );
const about = (entries: unknown[], id: string) =>
  entries.filter((entry) => (entry as { conversationId: string }).conversationId === id);

describe("close", () => {
  it("ends the conversation and all that was open about it; it keeps its counsellor, who has room again", async () => {
    const { id } = await held();
    const colleague = await scene.staff();
    await scene.db.offer.create({
      data: { id: uuid(), conversationId: id, userId: colleague.id, at: TUESDAY_15H, expiresAt: minutes(1), why: {} },
    });
    await scene.db.relay.create({
      data: {
        id: uuid(),
        conversationId: id,
        fromId: camille.id,
        toId: colleague.id,
        brief: new Uint8Array([1]),
        at: TUESDAY_15H,
      },
    });
    await scene.db.escalation.create({
      data: { id: uuid(), conversationId: id, reason: "user_request", skill: "listening", danger: "FX", at: TUESDAY_15H },
    });
    await scene.db.conversation.update({ where: { id }, data: { offeredToId: colleague.id, offerExpiresAt: minutes(1) } });
    await scene.db.presence.update({ where: { userId: camille.id }, data: { idleSince: null } });
    const jobs = scene.jobs.length;

    await close(scene.ctx(camille, minutes(5)), { conversationId: id, outcome: "resolu" });
    expect(await row(id)).toMatchObject({
      state: "closed",
      closedAt: minutes(5),
      closedBy: "counsellor",
      counsellorId: camille.id,
      outcome: "resolu",
      offeredToId: null,
      offerExpiresAt: null,
      unansweredSince: null,
    });
    expect(await markers(id)).toEqual([{ code: "closed", name: "Camille" }]);
    const ended = { endedAt: minutes(5) };
    expect(await scene.db.assignment.findFirst({ where: { conversationId: id } })).toMatchObject({
      ...ended,
      endReason: "closed",
    });
    expect(await scene.db.offer.findFirst({ where: { conversationId: id } })).toMatchObject({ ...ended, outcome: "withdrawn" });
    expect(await scene.db.relay.findFirst({ where: { conversationId: id } })).toMatchObject({ ...ended, outcome: "closed" });
    expect(await scene.db.escalation.findFirst({ where: { conversationId: id } })).toMatchObject({ ...ended, outcome: "closed" });
    expect(await scene.db.presence.findUnique({ where: { userId: camille.id } })).toMatchObject({ idleSince: minutes(5) });
    expect(scene.jobs.slice(jobs).map((job) => job.name)).toEqual(["routing.assign-next"]);
  });

  it("a supervisor may, whoever holds it; the house may", async () => {
    const [first, second] = [await held(), await scene.conversation({ state: "waiting" })];
    await close(scene.ctx(supervisor), { conversationId: first.id });
    await close(scene.ctx(SYSTEM), { conversationId: second.id });
    expect([(await row(first.id)).closedBy, (await row(second.id)).closedBy]).toEqual(["supervisor", "system"]);
  });

  it("refuses strangers, the visitor, and who could only take it", async () => {
    const { id, visitor } = await held();
    const sacha = await scene.staff();
    await expect(close(scene.ctx(sacha), { conversationId: id })).rejects.toMatchObject({ code: "not-found" });
    await expect(close(scene.ctx(visitor), { conversationId: id })).rejects.toMatchObject({ code: "forbidden" });
    const waiting = await scene.conversation({ state: "waiting" });
    await expect(close(scene.ctx(sacha), { conversationId: waiting.id })).rejects.toMatchObject({ code: "forbidden" });
    expect((await row(id)).state).toBe("active");
  });

  it("refuses a closed one and an unknown outcome", async () => {
    const { id } = await held();
    await expect(close(scene.ctx(camille), { conversationId: id, outcome: "nonsense" })).rejects.toMatchObject({
      code: "invalid",
    });
    await close(scene.ctx(camille), { conversationId: id });
    await expect(close(scene.ctx(camille), { conversationId: id })).rejects.toMatchObject({ code: "wrong-state" });
  });

  it("counsellor, supervisor and visitor at once: it ends once", async () => {
    const { id, visitor } = await held();
    const ends = await Promise.allSettled([
      close(scene.ctx(camille), { conversationId: id }),
      close(scene.ctx(supervisor), { conversationId: id }),
      endAsVisitor(scene.ctx(visitor), { conversationId: id }),
    ]);
    for (const end of ends) if (end.status === "rejected") expect(end.reason).toMatchObject({ code: "wrong-state" });
    expect(await markers(id)).toHaveLength(1);
    const trace = [...(await audited(scene, "conversation.closed")), ...(await audited(scene, "conversation.ended-by-visitor"))];
    expect(about(trace, id)).toHaveLength(1);
  });

  it("is audited, and told to thread, visitor and desk", async () => {
    const { id, contactId } = await held();
    await close(scene.ctx(camille), { conversationId: id });
    expect(about(await audited(scene, "conversation.closed"), id)).toEqual([
      { conversationId: id, by: "counsellor", outcome: null, from: "active" },
    ]);
    const changes = about(
      (await emitted(scene, "conversation.changed")).map(({ event }) => event),
      id,
    );
    expect(changes.at(-1)).toMatchObject({ version: (await row(id)).version });
    expect((await emitted(scene, "colleague.changed")).at(-1)).toMatchObject({ rooms: ["desk"], event: { userId: camille.id } });
    expect((await emitted(scene, "message.added")).at(-1)).toMatchObject({
      rooms: [`conversation:${id}`, `visitor:${contactId}`],
    });
  });
});

describe("end-as-visitor", () => {
  it("ends it in any state; a second time changes nothing", async () => {
    for (const made of [await scene.conversation(), await scene.conversation({ state: "waiting" }), await held()]) {
      await endAsVisitor(scene.ctx(made.visitor), { conversationId: made.id });
      await endAsVisitor(scene.ctx(made.visitor), { conversationId: made.id });
      expect(await row(made.id)).toMatchObject({ state: "closed", closedBy: "visitor" });
      expect(await markers(made.id)).toEqual([{ code: "closed-by-visitor", name: null }]);
      expect(about(await audited(scene, "conversation.ended-by-visitor"), made.id)).toHaveLength(1);
    }
  });

  it("who gave up waiting is remembered as such", async () => {
    const { id, visitor } = await scene.conversation({ state: "waiting" });
    await endAsVisitor(scene.ctx(visitor), { conversationId: id });
    expect(await scene.db.escalation.findFirst({ where: { conversationId: id } })).toMatchObject({ outcome: "given-up" });
  });

  it("is the visitor's own", async () => {
    const { id } = await held();
    const stranger = { kind: "visitor", contactId: uuid() } as const;
    await expect(endAsVisitor(scene.ctx(stranger), { conversationId: id })).rejects.toMatchObject({ code: "not-found" });
    await expect(endAsVisitor(scene.ctx(camille), { conversationId: id })).rejects.toMatchObject({ code: "forbidden" });
    expect((await row(id)).state).toBe("active");
  });
});

describe("give-feedback", () => {
  const ended = () => scene.conversation({ state: "closed", counsellorId: camille.id, closedAt: TUESDAY_15H });

  it("keeps two answers, once; the same again is no quarrel", async () => {
    const { id, visitor } = await ended();
    const answer = { conversationId: id, helped: true, again: null };
    await giveFeedback(scene.ctx(visitor), answer);
    await giveFeedback(scene.ctx(visitor), answer);
    await expect(giveFeedback(scene.ctx(visitor), { ...answer, helped: false })).rejects.toMatchObject({
      code: "already-decided",
    });
    expect(await scene.db.feedback.findUnique({ where: { conversationId: id } })).toMatchObject({ helped: true, again: null });
    expect(about(await audited(scene, "feedback.given"), id)).toEqual([{ conversationId: id }]);
  });

  it("is the visitor's own, after the end", async () => {
    const { id, visitor } = await held();
    const answer = { conversationId: id, helped: true, again: true };
    await expect(giveFeedback(scene.ctx(visitor), answer)).rejects.toMatchObject({ code: "wrong-state" });
    await expect(giveFeedback(scene.ctx(camille), answer)).rejects.toMatchObject({ code: "forbidden" });
    await expect(giveFeedback(scene.ctx({ kind: "visitor", contactId: uuid() }), answer)).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await scene.db.feedback.count({ where: { conversationId: id } })).toBe(0);
  });

  it("different answers at once: one counts", async () => {
    const { id, visitor } = await ended();
    const tries = await Promise.allSettled(
      [true, false].map((helped) => giveFeedback(scene.ctx(visitor), { conversationId: id, helped, again: null })),
    );
    expect(tries.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("tells panel and chat", async () => {
    const { id, visitor } = await ended();
    await giveFeedback(scene.ctx(visitor), { conversationId: id, helped: true, again: true });
    expect((await emitted(scene, "panel.changed")).at(-1)).toEqual({
      rooms: [`conversation:${id}`],
      event: { type: "panel.changed", conversationId: id, version: 2 },
    });
    expect(
      about(
        (await emitted(scene, "conversation.changed")).map(({ event }) => event),
        id,
      ),
    ).toHaveLength(1);
  });
});
