import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/contract/actor";
import { openScene, TUESDAY_15H, type Scene } from "@/lib/testing/factories";
import { audited, SYSTEM } from "@/lib/testing/people";
import { addNote } from "./add-note";
import { saveDraft } from "./save-draft";

let scene: Scene;
let camille: StaffActor;
beforeAll(async () => {
  scene = await openScene();
  camille = await scene.staff({ name: "Camille" });
});
afterAll(() => scene.close());

const held = () => scene.conversation({ state: "active", counsellorId: camille.id });
const note = (conversationId: string, text: string, clientId = uuid()) => ({ conversationId, clientId, text });

describe("add-note", () => {
  it("keeps a sealed note and forgets its draft; a supervisor may add one too, and one is possible after closing", async () => {
    const { id } = await held();
    await saveDraft(scene.ctx(camille), { conversationId: id, mode: "note", text: "collè" });
    const added = await addNote(scene.ctx(camille), note(id, "collège prévenu"));
    expect(added).toMatchObject({ text: "collège prévenu", author: { id: camille.id, name: "Camille" } });
    const row = await scene.db.note.findUniqueOrThrow({ where: { id: added.id } });
    expect(Buffer.from(row.body).includes("prévenu")).toBe(false);
    expect(await scene.db.draft.count({ where: { conversationId: id } })).toBe(0);
    await addNote(scene.ctx(await scene.staff({ roles: ["supervisor"] })), note(id, "vu"));
    const closed = await scene.conversation({ state: "closed", counsellorId: camille.id, closedAt: TUESDAY_15H });
    await addNote(scene.ctx(camille), note(closed.id, "rappel demain"));
    expect(await scene.db.note.count({ where: { conversationId: closed.id } })).toBe(1);
  });

  it("refuses visitors, strangers, machines and whoever merely could take it", async () => {
    const { id, visitor } = await held();
    const sacha = await scene.staff();
    for (const actor of [visitor, sacha]) await expect(addNote(scene.ctx(actor), note(id, "x"))).rejects.toBeTruthy();
    await expect(addNote(scene.ctx(SYSTEM), note(id, "x"))).rejects.toMatchObject({ code: "forbidden" });
    const waiting = await scene.conversation({ state: "waiting" });
    await expect(addNote(scene.ctx(sacha), note(waiting.id, "x"))).rejects.toMatchObject({ code: "forbidden" });
    expect(await scene.db.note.count({ where: { conversationId: { in: [id, waiting.id] } } })).toBe(0);
  });

  it("is stored once however often it is sent; other words under the same id are refused", async () => {
    const { id } = await held();
    const sent = note(id, "une fois");
    const all = await Promise.all(Array.from({ length: 6 }, () => addNote(scene.ctx(camille), sent)));
    expect(new Set(all.map((one) => one.id)).size).toBe(1);
    expect(await scene.db.note.count({ where: { conversationId: id } })).toBe(1);
    await expect(addNote(scene.ctx(camille), { ...sent, text: "autre" })).rejects.toMatchObject({ code: "idempotency-conflict" });
  });

  it("is audited, and told to the staff's room of the thread alone", async () => {
    const { id } = await held();
    const { id: noteId } = await addNote(scene.ctx(camille), note(id, "jamais dehors"));
    expect(await audited(scene, "note.added")).toContainEqual({ conversationId: id, noteId });
    const events = await scene.db.$queryRaw`select rooms, event from event_log where event ->> 'conversationId' = ${id}`;
    expect(events).toEqual([{ rooms: [`conversation:${id}`], event: { type: "note.added", conversationId: id, noteId } }]);
  });

  it("changes nothing that goes outwards: no message, no new version, no job", async () => {
    const { id } = await held();
    const before = await scene.db.conversation.findUniqueOrThrow({ where: { id } });
    const jobs = scene.jobs.length;
    await addNote(scene.ctx(camille), note(id, "jamais dehors"));
    expect(await scene.db.conversation.findUniqueOrThrow({ where: { id } })).toEqual(before);
    expect(await scene.db.message.count({ where: { conversationId: id } })).toBe(0);
    expect(scene.jobs.length).toBe(jobs);
  });
});
