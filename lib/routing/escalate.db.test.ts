import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openScene, TUESDAY_15H, type Scene } from "@/lib/testing/factories";
import { minutes, NOBODY } from "@/lib/testing/people";
import { auditedOf, emittedOf, jobsOf, markers, stored } from "@/lib/testing/queue";
import { escalate } from "./escalate";

const BOT = { kind: "bot" } as const;
let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

describe("escalate", () => {
  it("lets the conversation wait, remembers why, and wakes the routing", async () => {
    const { id, visitor } = await scene.conversation();
    jobsOf(scene);
    const answer = await escalate(scene.ctx(visitor), { conversationId: id, reason: "user_request" });
    expect(answer).toEqual({ conversationId: id, state: "waiting", waitingSince: TUESDAY_15H.toISOString(), lineOpen: true });
    const row = await stored(scene, id);
    expect(row).toMatchObject({ state: "waiting", reason: "user_request", skill: "listening", waitingSince: TUESDAY_15H });
    expect(row.escalations).toMatchObject([{ reason: "user_request", danger: "FX", at: TUESDAY_15H, endedAt: null }]);
    expect(await markers(scene, id)).toEqual([{ code: "person-asked", name: null }]);
    expect(scene.jobs).toMatchObject([{ name: "routing.assign-next", key: "routing.assign-next" }]);
    expect((await emittedOf(scene, "conversation.changed", id)).at(-1)).toMatchObject({ event: { version: row.version } });
  });

  it("raises the danger that the bot heard, with the skill it understood", async () => {
    const { id } = await scene.conversation({ danger: "F1" });
    await escalate(scene.ctx(BOT), {
      conversationId: id,
      reason: "danger_detected",
      skill: "psychological",
      danger: "F4",
      signals: ["suicide.plan"],
    });
    expect(await stored(scene, id)).toMatchObject({
      state: "waiting",
      danger: "F4",
      skill: "psychological",
      reason: "danger_detected",
    });
    expect(await scene.db.dangerAssessment.findMany({ where: { conversationId: id } })).toMatchObject([
      { fromLevel: "F1", toLevel: "F4", byKind: "bot", signals: ["suicide.plan"] },
    ]);
  });

  it("has an audit entry", async () => {
    const { id } = await scene.conversation();
    await escalate(scene.ctx(BOT), { conversationId: id, reason: "fallback_limit" });
    expect(await auditedOf(scene, "conversation.escalated", id)).toEqual([
      { conversationId: id, reason: "fallback_limit", skill: "listening", danger: "FX", lineOpen: true },
    ]);
  });

  it("asked again, also at once, is one wish and one place in the queue", async () => {
    const { id, visitor } = await scene.conversation();
    const ask = (at: Date) => escalate(scene.ctx(visitor, at), { conversationId: id, reason: "user_request" });
    await Promise.all([ask(TUESDAY_15H), ask(TUESDAY_15H), ask(TUESDAY_15H)]);
    expect(await ask(minutes(5))).toMatchObject({ state: "waiting", waitingSince: TUESDAY_15H.toISOString() });
    const row = await stored(scene, id);
    expect(row.escalations).toHaveLength(1);
    expect(row.messages).toHaveLength(1);
    expect(await auditedOf(scene, "conversation.escalated", id)).toHaveLength(1);
  });

  it("already waiting: a danger heard meanwhile still counts", async () => {
    const { id } = await scene.conversation({ state: "waiting", danger: "F1" });
    await escalate(scene.ctx(BOT), { conversationId: id, reason: "danger_detected", danger: "F3" });
    expect(await stored(scene, id)).toMatchObject({ state: "waiting", danger: "F3", waitingSince: TUESDAY_15H });
  });

  it("already answered: the counsellor keeps it", async () => {
    const camille = await scene.staff();
    const { id, visitor } = await scene.conversation({ state: "active", counsellorId: camille.id });
    expect(await escalate(scene.ctx(visitor), { conversationId: id, reason: "user_request" })).toMatchObject({ state: "active" });
    expect(await stored(scene, id)).toMatchObject({ state: "active", counsellorId: camille.id, messages: [] });
  });

  it("refuses a closed one", async () => {
    const { id, visitor } = await scene.conversation({ state: "closed", closedAt: TUESDAY_15H });
    await expect(escalate(scene.ctx(visitor), { conversationId: id, reason: "user_request" })).rejects.toMatchObject({
      code: "wrong-state",
    });
  });

  it("is for the person who writes and the bot: nobody else, and only the bot names a danger", async () => {
    const { id, visitor } = await scene.conversation();
    const other = await scene.conversation();
    const camille = await scene.staff();
    for (const actor of [other.visitor, camille, NOBODY])
      await expect(escalate(scene.ctx(actor), { conversationId: id, reason: "user_request" })).rejects.toMatchObject({
        code: "not-found",
      });
    await expect(
      escalate(scene.ctx(visitor), { conversationId: id, reason: "user_request", danger: "F4" }),
    ).rejects.toMatchObject({ code: "forbidden" });
    expect(await stored(scene, id)).toMatchObject({ state: "bot", danger: "FX" });
  });
});
