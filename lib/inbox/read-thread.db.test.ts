import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/contract/actor";
import { addNote } from "@/lib/conversations/add-note";
import { assessDanger } from "@/lib/conversations/assess-danger";
import { receiveMessage } from "@/lib/conversations/receive-message";
import { reply } from "@/lib/conversations/reply";
import { saveDraft } from "@/lib/conversations/save-draft";
import { tagCase } from "@/lib/cases/tag-case";
import { statementsOf } from "@/lib/testing/count-statements";
import { openScene, TUESDAY_15H, type Scene } from "@/lib/testing/factories";
import { audited } from "@/lib/testing/people";
import { heardSince } from "@/lib/testing/verify-change";
import { readChat } from "./read-chat";
import { readOlderMessages } from "./read-older-messages";
import { readThread } from "./read-thread";

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
type Made = Awaited<ReturnType<typeof held>>;
const says = ({ visitor, contactId }: Made, text: string) =>
  receiveMessage(scene.ctx(visitor), { contactId, text, clientId: uuid(), language: "fr" });
const note = (id: string, text: string) => addNote(scene.ctx(camille), { conversationId: id, clientId: uuid(), text });
const traces = async (id: string) =>
  (await audited(scene, "conversation.opened-by-other")).filter(
    (entry) => (entry as { conversationId: string }).conversationId === id,
  );

describe("read-thread", () => {
  it("is the whole conversation for its counsellor", async () => {
    const made = await held();
    const { id } = made;
    await says(made, "on m’embête");
    await reply(scene.ctx(camille), { conversationId: id, clientId: uuid(), text: "Raconte." });
    await note(id, "déjà venue lundi");
    await saveDraft(scene.ctx(camille), { conversationId: id, mode: "reply", text: "Et tes" });
    await tagCase(scene.ctx(camille), { conversationId: id, axis: "age", code: "13-14" });
    await assessDanger(scene.ctx(camille), { conversationId: id, level: "F2", answers: { ideas: true } });
    await assessDanger(scene.ctx(camille), {
      conversationId: id,
      level: "F1",
      answers: { plan: false },
      reason: "elle va mieux",
    });
    const thread = await readThread(scene.ctx(camille), { conversationId: id });
    expect(thread.messages.map((message) => message.text)).toEqual(["on m’embête", "Raconte."]);
    expect(thread.messages[1]!.author).toEqual({ kind: "counsellor", id: camille.id, name: "Camille" });
    expect(thread.notes.map((one) => one.text)).toEqual(["déjà venue lundi"]);
    expect(thread.draft).toMatchObject({ mode: "reply", text: "Et tes" });
    expect(thread.more).toBe(false);
    expect(thread.panel).toMatchObject({
      danger: { level: "F1", answers: { ideas: true, plan: false } },
      tags: [{ axis: "age", code: "13-14", by: { id: camille.id, name: "Camille" } }],
      case: { number: expect.stringMatching(/^2026-\d{6}$/) as string },
    });
    expect(thread.panel.danger.history.map((change) => [change.from, change.to, change.reason])).toEqual([
      ["FX", "F2", null],
      ["F2", "F1", "elle va mieux"],
    ]);
    expect(thread.can).toEqual({
      reply: true,
      note: true,
      take: false,
      release: true,
      relay: true,
      close: true,
      lower: true,
      tag: true,
    });
    expect(await traces(id)).toEqual([]);
  });

  it("leaves a trace each time somebody else opens it, and marks nothing as read", async () => {
    const made = await held();
    await says(made, "secret");
    const thread = await readThread(scene.ctx(supervisor), { conversationId: made.id });
    expect(thread.messages).toHaveLength(1);
    expect(thread.can).toMatchObject({ reply: false, note: true, close: true });
    await readOlderMessages(scene.ctx(supervisor), { conversationId: made.id, before: 2 });
    expect(await traces(made.id)).toEqual([
      { conversationId: made.id, state: "active" },
      { conversationId: made.id, state: "active" },
    ]);
    expect(await scene.db.conversation.findUnique({ where: { id: made.id } })).toMatchObject({ unread: 1, counsellorReadSeq: 0 });
  });

  it("does not exist for strangers, administrators, machines and visitors", async () => {
    const { id, visitor } = await held();
    const sacha = await scene.staff();
    const admin = await scene.staff({ roles: ["administrator"] });
    for (const actor of [sacha, admin, visitor, { kind: "bot" }, { kind: "nobody" }] as const)
      await expect(readThread(scene.ctx(actor), { conversationId: id })).rejects.toMatchObject({ code: "not-found" });
    await expect(readThread(scene.ctx(camille), { conversationId: uuid() })).rejects.toMatchObject({ code: "not-found" });
    expect(await traces(id)).toEqual([]);
  });

  it("shows earlier conversations of the same person, and whether they may be opened", async () => {
    const made = await scene.conversation({ state: "closed", counsellorId: (await scene.staff()).id, closedAt: TUESDAY_15H });
    const second = await says(made, "me revoilà");
    await scene.db.conversation.update({
      where: { id: second.conversationId },
      data: { state: "active", counsellorId: camille.id },
    });
    const asked = { conversationId: second.conversationId };
    expect((await readThread(scene.ctx(camille), asked)).panel.previous).toMatchObject([{ id: made.id, readable: false }]);
    expect((await readThread(scene.ctx(supervisor), asked)).panel.previous).toMatchObject([{ id: made.id, readable: true }]);
  });

  it("pages backwards, a hundred at a time, for staff and for the visitor", async () => {
    const made = await held();
    await scene.db.conversation.update({ where: { id: made.id }, data: { state: "active" } });
    for (let index = 1; index <= 103; index += 1) await says(made, `mot ${index}`);
    const thread = await readThread(scene.ctx(camille), { conversationId: made.id });
    expect([thread.messages[0]!.seq, thread.messages.at(-1)!.seq, thread.more]).toEqual([4, 103, true]);
    for (const actor of [camille, made.visitor]) {
      const older = await readOlderMessages(scene.ctx(actor), { conversationId: made.id, before: 4 });
      expect([older.messages.map((message) => message.text), older.more]).toEqual([["mot 1", "mot 2", "mot 3"], false]);
    }
    const stranger = { kind: "visitor", contactId: uuid() } as const;
    await expect(readOlderMessages(scene.ctx(stranger), { conversationId: made.id, before: 4 })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("costs a fixed number of statements, however long the thread", async () => {
    const made = await held();
    await says(made, "un");
    await readThread(scene.ctx(camille), { conversationId: made.id });
    const short = await statementsOf(() => readThread(scene.ctx(camille), { conversationId: made.id }));
    for (let index = 0; index < 20; index += 1) await says(made, "encore");
    const long = await statementsOf(() => readThread(scene.ctx(camille), { conversationId: made.id }));
    expect(long.length).toBe(short.length);
    expect(long.length).toBeLessThanOrEqual(20);
  });
});

describe("notes stay inside", () => {
  it("neither the visitor's chat, nor what their socket hears, nor their older messages contain one", async () => {
    const made = await held();
    await says(made, "bonjour");
    const before = await readChat(scene.ctx(made.visitor));
    await note(made.id, "NOTE-INTERNE");
    await reply(scene.ctx(camille), { conversationId: made.id, clientId: uuid(), text: "Bonjour." });
    const heard = await heardSince(scene, { actor: made.visitor }, before.cursor);
    const outward = [
      await readChat(scene.ctx(made.visitor)),
      await readOlderMessages(scene.ctx(made.visitor), { conversationId: made.id, before: 999 }),
      heard,
    ];
    expect(heard.map((event) => event.type)).toContain("message.added");
    expect(heard.map((event) => event.type as string)).not.toContain("note.added");
    expect(JSON.stringify(outward)).not.toContain("NOTE-INTERNE");
    expect(JSON.stringify(await readThread(scene.ctx(camille), { conversationId: made.id }))).toContain("NOTE-INTERNE");
  });
});
