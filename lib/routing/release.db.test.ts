import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { close } from "@/lib/conversations/close";
import { openScene, type Scene } from "@/lib/testing/factories";
import { minutes, NOBODY } from "@/lib/testing/people";
import { auditedOf, emptyHouse, heartbeats, jobsOf, markers, offeredTo, pass, stored } from "@/lib/testing/queue";
import { relay } from "./relay";
import { release } from "./release";
import { take } from "./take";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());
beforeEach(() => emptyHouse(scene));

/** Asked for ten minutes ago, taken now. */
async function taken() {
  const camille = await scene.staff({ name: "Camille" });
  const conversation = await scene.conversation({ state: "waiting", waitingSince: minutes(-10) });
  await scene.db.escalation.updateMany({ where: { conversationId: conversation.id }, data: { at: minutes(-10) } });
  await take(scene.ctx(camille), { conversationId: conversation.id });
  return { camille, ...conversation };
}

describe("release", () => {
  it("waits again since when the child first asked, and the reason is a note for the next one", async () => {
    const { camille, id } = await taken();
    jobsOf(scene);
    await release(scene.ctx(camille, minutes(20)), { conversationId: id, reason: "Je dois partir." });
    const row = await stored(scene, id);
    expect(row).toMatchObject({ state: "waiting", counsellorId: null, waitingSince: minutes(-10), letPass: 1 });
    expect(row.assignments).toMatchObject([{ endReason: "released", endedAt: minutes(20) }]);
    expect(row.escalations).toMatchObject([{ endedAt: null, outcome: null }]);
    expect(row.notes).toMatchObject([{ authorId: camille.id }]);
    expect(await markers(scene, id)).toEqual([{ code: "taken", name: "Camille" }, { code: "back-in-queue", name: null }]); // prettier-ignore
    expect(jobsOf(scene)).toEqual(["routing.assign-next"]);
  });

  it("goes to others first, and back to the same hands only when there are no others", async () => {
    const { camille, id } = await taken();
    const sacha = await scene.staff({ capacity: 1 });
    await scene.conversation({ state: "active", counsellorId: sacha.id });
    await release(scene.ctx(camille), { conversationId: id, reason: "Urgence." });
    expect(await pass(scene)).toBe(0);
    await scene.db.user.update({ where: { id: sacha.id }, data: { capacity: 2 } });
    await pass(scene);
    expect(await offeredTo(scene, id)).toBe(sacha.id);
    await scene.db.user.update({ where: { id: sacha.id }, data: { capacity: 0 } });
    const other = await taken();
    await release(scene.ctx(other.camille), { conversationId: other.id, reason: "Urgence." });
    await scene.db.user.updateMany({ where: { id: { not: other.camille.id } }, data: { capacity: 0 } });
    await heartbeats(scene, minutes(2));
    await pass(scene, minutes(2));
    expect(await offeredTo(scene, other.id)).toBe(other.camille.id);
  });

  it("ends a relay that was under way", async () => {
    const { camille, id } = await taken();
    await relay(scene.ctx(camille), { conversationId: id, brief: "…", toUserId: null, toSkill: "legal" });
    await release(scene.ctx(camille), { conversationId: id, reason: "Urgence." });
    expect(await stored(scene, id)).toMatchObject({ state: "waiting", relays: [{ outcome: "cancelled" }] });
  });

  it("has an audit entry without the reason's words", async () => {
    const { camille, id } = await taken();
    await release(scene.ctx(camille), { conversationId: id, reason: "Urgence." });
    expect(await auditedOf(scene, "conversation.released", id)).toEqual([
      { conversationId: id, userId: camille.id, relayId: null },
    ]);
  });

  it("twice at once gives back once", async () => {
    const { camille, id } = await taken();
    const give = () => release(scene.ctx(camille), { conversationId: id, reason: "Urgence." });
    const results = await Promise.allSettled([give(), give()]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await auditedOf(scene, "conversation.released", id)).toHaveLength(1);
    expect((await stored(scene, id)).notes).toHaveLength(1);
  });

  it("is for its counsellor, while it goes on", async () => {
    const { camille, id, visitor } = await taken();
    const sacha = await scene.staff();
    const supervisor = await scene.staff({ roles: ["supervisor"] });
    for (const [actor, code] of [
      [sacha, "not-found"],
      [NOBODY, "not-found"],
      [visitor, "forbidden"],
      [supervisor, "forbidden"],
    ] as const)
      await expect(release(scene.ctx(actor), { conversationId: id, reason: "x" })).rejects.toMatchObject({ code });
    await close(scene.ctx(camille), { conversationId: id });
    await expect(release(scene.ctx(camille), { conversationId: id, reason: "x" })).rejects.toMatchObject({ code: "wrong-state" });
  });
});
