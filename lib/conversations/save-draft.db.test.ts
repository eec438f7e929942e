import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/contract/actor";
import { openScene, TUESDAY_15H, type Scene } from "@/lib/testing/factories";
import { minutes } from "@/lib/testing/people";
import { loadConversation } from "./load";
import { loadDraft, saveDraft } from "./save-draft";

let scene: Scene;
let camille: StaffActor;
beforeAll(async () => {
  scene = await openScene();
  camille = await scene.staff();
});
afterAll(() => scene.close());

const held = async () => (await scene.conversation({ state: "active", counsellorId: camille.id })).id;
const draftOf = async (id: string, userId = camille.id) =>
  loadDraft(scene.db, scene.vault, await loadConversation(scene.db, id), userId);

describe("save-draft", () => {
  it("keeps the last words, sealed, per person; empty text forgets them", async () => {
    const id = await held();
    const supervisor = await scene.staff({ roles: ["supervisor"] });
    await saveDraft(scene.ctx(camille), { conversationId: id, mode: "reply", text: "Je te" });
    await saveDraft(scene.ctx(camille, minutes(1)), { conversationId: id, mode: "note", text: "Je te crois" });
    await saveDraft(scene.ctx(supervisor), { conversationId: id, mode: "note", text: "à elle" });
    expect(await draftOf(id)).toEqual({ mode: "note", text: "Je te crois", updatedAt: minutes(1).toISOString() });
    const [row] = await scene.db.draft.findMany({ where: { conversationId: id, userId: camille.id } });
    expect(Buffer.from(row!.body).includes("crois")).toBe(false);
    await saveDraft(scene.ctx(camille), { conversationId: id, mode: "reply", text: "  " });
    expect(await draftOf(id)).toBeNull();
    expect(await draftOf(id, supervisor.id)).toMatchObject({ text: "à elle" });
  });

  it("refuses who may not write there, and a closed conversation", async () => {
    const id = await held();
    const sacha = await scene.staff();
    await expect(saveDraft(scene.ctx(sacha), { conversationId: id, mode: "reply", text: "x" })).rejects.toMatchObject({
      code: "not-found",
    });
    const closed = await scene.conversation({ state: "closed", counsellorId: camille.id, closedAt: TUESDAY_15H });
    await expect(saveDraft(scene.ctx(camille), { conversationId: closed.id, mode: "reply", text: "x" })).rejects.toMatchObject({
      code: "wrong-state",
    });
    expect(await scene.db.draft.count({ where: { conversationId: { in: [id, closed.id] } } })).toBe(0);
  });

  it("two tabs at once leave one draft, and neither fails", async () => {
    const id = await held();
    await Promise.all(
      ["a", "b", "c", "d"].map((text) => saveDraft(scene.ctx(camille), { conversationId: id, mode: "reply", text })),
    );
    expect(await scene.db.draft.count({ where: { conversationId: id } })).toBe(1);
  });

  it("leaves no trace for others: neither audit entry nor event", async () => {
    const id = await held();
    const counts = async () => [await scene.db.auditEntry.count(), await scene.db.eventLog.count()];
    const before = await counts();
    await saveDraft(scene.ctx(camille), { conversationId: id, mode: "reply", text: "x" });
    expect(await counts()).toEqual(before);
  });
});
