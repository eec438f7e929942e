import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/contract/actor";
import { openScene, TUESDAY_15H, type Scene } from "@/lib/testing/factories";
import { minutes, NOBODY } from "@/lib/testing/people";
import { auditedOf, emptyHouse, jobsOf, markers, offerTo, stored } from "@/lib/testing/queue";
import { reassign } from "./reassign";
import { whyOf } from "./why";

let scene: Scene;
let supervisor: StaffActor;
let camille: StaffActor;
let sacha: StaffActor;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());
beforeEach(async () => {
  await emptyHouse(scene);
  supervisor = await scene.staff({ roles: ["supervisor"], name: "Dominique" });
  camille = await scene.staff({ name: "Camille" });
  sacha = await scene.staff({ name: "Sacha" });
});

const held = () => scene.conversation({ state: "active", counsellorId: camille.id });
const move = (ids: string[], toUserId: string | null, actor: StaffActor = supervisor) =>
  reassign(scene.ctx(actor), { conversationIds: ids, toUserId, reason: "Camille part plus tôt." });

describe("reassign", () => {
  it("moves many to one person, each with its own answer", async () => {
    const active = await held();
    const waiting = await scene.conversation({ state: "waiting" });
    const bot = await scene.conversation();
    const gone = await scene.conversation({ state: "closed", closedAt: TUESDAY_15H });
    const missing = uuid();
    const { results } = await move([active.id, waiting.id, bot.id, gone.id, missing, active.id], sacha.id);
    expect(Object.fromEntries(results.map((r) => [r.conversationId, r.ok ? "ok" : r.code]))).toEqual({
      [active.id]: "ok",
      [waiting.id]: "ok",
      [bot.id]: "wrong-state",
      [gone.id]: "wrong-state",
      [missing]: "not-found",
    });
    expect(results).toHaveLength(5);
    expect(await stored(scene, active.id)).toMatchObject({
      state: "active",
      counsellorId: sacha.id,
      assignments: [{ userId: camille.id, endReason: "reassigned" }, { userId: sacha.id, via: "reassign" }], // prettier-ignore
      notes: [{ authorId: supervisor.id }],
    });
    expect(await markers(scene, active.id)).toEqual([{ code: "handed-over", name: "Sacha" }]);
    expect(await markers(scene, waiting.id)).toEqual([{ code: "taken", name: "Sacha" }]);
  });

  it("answers why: who decided it", async () => {
    const { id } = await held();
    await move([id], sacha.id);
    const row = await stored(scene, id);
    expect(await whyOf(scene.db, row, sacha.id)).toMatchObject({
      how: "reassigned",
      by: { name: "Dominique" },
      chosen: { name: "Sacha" },
    });
  });

  it("back to the queue: waits since when it first did, and routing looks at once", async () => {
    const { id } = await held();
    await scene.db.escalation.create({
      data: {
        id: uuid(),
        conversationId: id,
        reason: "user_request",
        skill: "listening",
        danger: "FX",
        at: minutes(-30),
        endedAt: minutes(-20),
      },
    });
    jobsOf(scene);
    expect(await move([id], null)).toEqual({ results: [{ conversationId: id, ok: true }] });
    // Not given back by Camille: she may be asked again at once.
    expect(await stored(scene, id)).toMatchObject({
      state: "waiting",
      counsellorId: null,
      waitingSince: minutes(-30),
      letPass: 0,
    });
    expect(jobsOf(scene)).toEqual(["routing.assign-next"]);
  });

  it("withdraws an offer to somebody else; who has it already keeps it without a trace", async () => {
    const { id } = await scene.conversation({ state: "waiting" });
    await offerTo(scene, id, camille.id);
    await move([id], sacha.id);
    expect((await stored(scene, id)).offers.find((o) => o.userId === camille.id)).toMatchObject({ outcome: "withdrawn" });
    await move([id], sacha.id);
    expect(await auditedOf(scene, "conversation.reassigned", id)).toEqual([
      { conversationId: id, from: null, toUserId: sacha.id, relayId: null },
    ]);
  });

  it("two supervisors at once: both are done, one after the other", async () => {
    const { id } = await held();
    const other = await scene.staff({ roles: ["supervisor"] });
    const lee = await scene.staff();
    const both = await Promise.all([move([id], sacha.id), move([id], lee.id, other)]);
    expect(both.flatMap(({ results }) => results)).toEqual([{ conversationId: id, ok: true }, { conversationId: id, ok: true }]); // prettier-ignore
    const row = await stored(scene, id);
    expect(row.assignments).toHaveLength(3);
    expect(row.assignments.filter((assignment) => assignment.endedAt === null)).toMatchObject([{ userId: row.counsellorId }]);
  });

  it("goes to people who are on duty and answer", async () => {
    const { id } = await held();
    const absent = await scene.staff({ onDuty: false });
    const planner = await scene.staff({ roles: ["planner"] });
    await expect(move([id], absent.id)).rejects.toMatchObject({ code: "not-on-duty" });
    await expect(move([id], planner.id)).rejects.toMatchObject({ code: "invalid" });
  });

  it("is for supervisors", async () => {
    const { id, visitor } = await held();
    const admin = await scene.staff({ roles: ["administrator"] });
    for (const actor of [camille, admin, visitor, NOBODY])
      await expect(move([id], sacha.id, actor as StaffActor)).rejects.toMatchObject({ code: "forbidden" });
    expect((await stored(scene, id)).counsellorId).toBe(camille.id);
  });
});
