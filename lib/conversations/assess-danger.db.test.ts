import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor, StaffActor } from "@/lib/contract/actor";
import { DANGER_LEVELS, isRaise, type DangerLevel } from "@/lib/contract/danger";
import { openScene, TUESDAY_15H, type Scene } from "@/lib/testing/factories";
import { audited, emitted, SYSTEM } from "@/lib/testing/people";
import { assessDanger } from "./assess-danger";

const BOT: Actor = { kind: "bot" };
let scene: Scene;
let camille: StaffActor;
let supervisor: StaffActor;
beforeAll(async () => {
  scene = await openScene();
  camille = await scene.staff();
  supervisor = await scene.staff({ roles: ["supervisor"] });
});
afterAll(() => scene.close());

const held = (danger: DangerLevel) => scene.conversation({ state: "active", counsellorId: camille.id, danger });
const row = (id: string) => scene.db.conversation.findUniqueOrThrow({ where: { id }, include: { dangers: true } });
const assess = (actor: Actor, conversationId: string, level: DangerLevel, reason?: string) =>
  assessDanger(scene.ctx(actor), { conversationId, level, answers: { ideas: true }, reason });

describe("assess-danger", () => {
  it.each(DANGER_LEVELS.flatMap((from) => DANGER_LEVELS.map((to) => [from, to] as const)))(
    "machines only raise: %s → %s",
    async (from, to) => {
      const { id } = await held(from);
      const raised = to !== "FX" && isRaise(from, to);
      expect(await assess(BOT, id, to)).toEqual({ level: raised ? to : from, changed: raised });
      const { danger, dangers } = await row(id);
      expect([danger, dangers.length]).toEqual([raised ? to : from, raised ? 1 : 0]);
    },
  );

  it("a person lowers with a reason, kept sealed; raising, and finding an unassessed one harmless, needs none", async () => {
    const { id } = await held("FX");
    await assess(camille, id, "F0");
    await assess(camille, id, "F3");
    await expect(assess(camille, id, "F2")).rejects.toMatchObject({ code: "reason-required" });
    await assess(camille, id, "F2", "sa mère est avec elle");
    const { danger, dangers } = await row(id);
    expect(danger).toBe("F2");
    expect(dangers.map(({ fromLevel, toLevel, byKind }) => [fromLevel, toLevel, byKind])).toEqual([
      ["FX", "F0", "person"],
      ["F0", "F3", "person"],
      ["F3", "F2", "person"],
    ]);
    expect(Buffer.from(dangers[2]!.reason!).includes("avec elle")).toBe(false);
  });

  it("answers to the questions are kept without a change of level; nothing becomes unassessed again", async () => {
    const { id } = await held("F2");
    expect(await assess(camille, id, "F2")).toEqual({ level: "F2", changed: false });
    expect((await row(id)).dangers).toMatchObject([{ answers: { ideas: true } }]);
    await expect(assess(camille, id, "FX", "erreur")).rejects.toMatchObject({ code: "invalid" });
  });

  it("refuses strangers, visitors and who merely could take it; a supervisor may in any state", async () => {
    const { id, visitor } = await held("F2");
    await expect(assess(await scene.staff(), id, "F4")).rejects.toMatchObject({ code: "not-found" });
    await expect(assess(visitor, id, "F4")).rejects.toMatchObject({ code: "forbidden" });
    const waiting = await scene.conversation({ state: "waiting" });
    await expect(assess(camille, waiting.id, "F4")).rejects.toMatchObject({ code: "forbidden" });
    await assess(supervisor, waiting.id, "F4");
    await assess(supervisor, waiting.id, "F1", "fausse alerte");
    expect((await row(waiting.id)).danger).toBe("F1");
    const closed = await scene.conversation({ state: "closed", counsellorId: camille.id, closedAt: TUESDAY_15H });
    await expect(assess(camille, closed.id, "F1")).rejects.toMatchObject({ code: "wrong-state" });
  });

  it("a rule and a person at once: the history is one chain and ends where the row stands", async () => {
    const { id } = await held("F1");
    await Promise.allSettled([
      assess(SYSTEM, id, "F3"),
      assess(camille, id, "F2"),
      assess(BOT, id, "F4"),
      assess(camille, id, "F1", "relu"),
    ]);
    const { danger } = await row(id);
    const links = (await audited(scene, "danger.assessed")).filter(
      (entry): entry is { from: string; to: string } => (entry as { conversationId: string }).conversationId === id,
    );
    expect(links.length).toBeGreaterThan(0);
    expect(links[0]!.from).toBe("F1");
    expect(links.at(-1)!.to).toBe(danger);
    links.slice(1).forEach((link, index) => expect(link.from).toBe(links[index]!.to));
  });

  it("a raise in the queue wakes routing; others do not", async () => {
    const waiting = await scene.conversation({ state: "waiting", danger: "F1" });
    const { id } = await held("F1");
    const before = scene.jobs.length;
    await assess(camille, id, "F3");
    expect(scene.jobs.length).toBe(before);
    await assess(SYSTEM, waiting.id, "F3");
    await assess(SYSTEM, waiting.id, "F3");
    expect(scene.jobs.slice(before).map((job) => job.name)).toEqual(["routing.assign-next"]);
  });

  it("is audited with the rules' ids, and tells the row and the panel", async () => {
    const { id, contactId } = await held("F1");
    await assessDanger(scene.ctx(SYSTEM), { conversationId: id, level: "F4", answers: {}, signals: ["plan-tonight"] });
    expect(await audited(scene, "danger.assessed")).toContainEqual({
      conversationId: id,
      from: "F1",
      to: "F4",
      by: "rule",
      signals: ["plan-tonight"],
    });
    expect((await emitted(scene, "conversation.changed")).at(-1)).toEqual({
      rooms: ["desk", `conversation:${id}`, `visitor:${contactId}`],
      event: { type: "conversation.changed", conversationId: id, version: 2 },
    });
    expect((await emitted(scene, "panel.changed")).at(-1)).toEqual({
      rooms: [`conversation:${id}`],
      event: { type: "panel.changed", conversationId: id, version: 2 },
    });
  });
});
