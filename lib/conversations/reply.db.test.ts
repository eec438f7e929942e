import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/contract/actor";
import { statementsOf } from "@/lib/testing/count-statements";
import { openScene, TUESDAY_15H, type Scene } from "@/lib/testing/factories";
import { audited, minutes, SYSTEM } from "@/lib/testing/people";
import { close } from "./close";
import { receiveMessage } from "./receive-message";
import { reply } from "./reply";
import { saveDraft } from "./save-draft";

let scene: Scene;
let camille: StaffActor;
beforeAll(async () => {
  scene = await openScene();
  camille = await scene.staff({ name: "Camille" });
});
afterAll(() => scene.close());

const held = () => scene.conversation({ state: "active", counsellorId: camille.id });
const words = (conversationId: string, text: string, clientId = uuid()) => ({ conversationId, clientId, text });

describe("reply", () => {
  it("adds the counsellor's words, sealed, answers the visitor's and replaces the draft", async () => {
    const { id, contactId, visitor } = await held();
    await receiveMessage(scene.ctx(visitor), { contactId, text: "allo", clientId: uuid(), language: "fr" });
    await saveDraft(scene.ctx(camille), { conversationId: id, mode: "reply", text: "bonj" });
    const message = await reply(scene.ctx(camille, minutes(1)), words(id, "Bonjour, je suis là."));
    expect(message).toMatchObject({
      seq: 2,
      text: "Bonjour, je suis là.",
      author: { kind: "counsellor", id: camille.id, name: "Camille" },
    });
    const row = await scene.db.conversation.findUniqueOrThrow({ where: { id }, include: { messages: true, drafts: true } });
    expect(row).toMatchObject({ unansweredSince: null, lastMessageAt: minutes(1), unread: 1, drafts: [] });
    expect(Buffer.from(row.messages[1]!.body!).includes("Bonjour")).toBe(false);
  });

  it("leaves a note's draft alone", async () => {
    const { id } = await held();
    await saveDraft(scene.ctx(camille), { conversationId: id, mode: "note", text: "à relire" });
    await reply(scene.ctx(camille), words(id, "Oui."));
    expect(await scene.db.draft.count({ where: { conversationId: id } })).toBe(1);
  });

  it("answers a repeat with what is stored, also when the conversation is closed by now", async () => {
    const { id } = await held();
    const sent = words(id, "Je t’écoute.");
    const first = await reply(scene.ctx(camille), sent);
    expect(await reply(scene.ctx(camille), sent)).toEqual(first);
    await close(scene.ctx(camille), { conversationId: id });
    expect(await reply(scene.ctx(camille), sent)).toEqual(first);
    await expect(reply(scene.ctx(camille), { ...sent, text: "autre" })).rejects.toMatchObject({ code: "idempotency-conflict" });
  });

  it("refuses whoever does not hold it: strangers learn nothing, a supervisor is told", async () => {
    const { id, visitor } = await held();
    const sacha = await scene.staff();
    const supervisor = await scene.staff({ roles: ["supervisor"] });
    const admin = await scene.staff({ roles: ["administrator"] });
    for (const actor of [sacha, admin, visitor, SYSTEM])
      await expect(reply(scene.ctx(actor), words(id, "x"))).rejects.toMatchObject({ code: "not-found" });
    await expect(reply(scene.ctx(supervisor), words(id, "x"))).rejects.toMatchObject({ code: "forbidden" });
    await expect(reply(scene.ctx(camille), words(uuid(), "x"))).rejects.toMatchObject({ code: "not-found" });
    expect(await scene.db.message.count({ where: { conversationId: id } })).toBe(0);
  });

  it("refuses a closed conversation, and says that it is the state", async () => {
    const { id } = await scene.conversation({ state: "closed", counsellorId: camille.id, closedAt: TUESDAY_15H });
    await expect(reply(scene.ctx(camille), words(id, "encore"))).rejects.toMatchObject({ code: "wrong-state" });
  });

  it("counsellor and visitor at once: no gap, nothing lost; the same reply at once: stored once", async () => {
    const { id, contactId, visitor } = await held();
    const twice = words(id, "double");
    await reply(scene.ctx(camille), words(id, "seen once: the others go at once"));
    await Promise.all([
      ...Array.from({ length: 8 }, (_, n) => reply(scene.ctx(camille), words(id, `r${n}`))),
      ...Array.from({ length: 8 }, (_, n) =>
        receiveMessage(scene.ctx(visitor), { contactId, text: `v${n}`, clientId: uuid(), language: "fr" }),
      ),
      reply(scene.ctx(camille), twice),
      reply(scene.ctx(camille), twice),
    ]);
    const seqs = await scene.db.message.findMany({
      where: { conversationId: id },
      orderBy: { seq: "asc" },
      select: { seq: true },
    });
    expect(seqs.map((row) => row.seq)).toEqual(Array.from({ length: 18 }, (_, index) => index + 1));
    expect(await scene.db.conversation.findUniqueOrThrow({ where: { id } })).toMatchObject({
      lastSeq: 18,
      unread: 8,
      version: 19,
    });
  });

  it("is audited and told, by ids", async () => {
    const { id, contactId } = await held();
    const { id: messageId } = await reply(scene.ctx(camille), words(id, "secret"));
    expect(await audited(scene, "message.replied")).toContainEqual({ conversationId: id, messageId, seq: 1 });
    const events = await scene.db.$queryRaw<{ event: unknown }[]>`
      select rooms, event from event_log where event ->> 'conversationId' = ${id} order by id`;
    expect(events).toEqual([
      {
        rooms: [`conversation:${id}`, `visitor:${contactId}`],
        event: { type: "message.added", conversationId: id, seq: 1, messageId },
      },
      {
        rooms: ["desk", `conversation:${id}`, `visitor:${contactId}`],
        event: { type: "conversation.changed", conversationId: id, version: 2 },
      },
    ]);
  });

  it("costs one statement where the thread was seen before, and replaces the draft there too", async () => {
    const { id } = await held();
    await reply(scene.ctx(camille), words(id, "un"));
    await saveDraft(scene.ctx(camille), { conversationId: id, mode: "reply", text: "deu" });
    const statements = await statementsOf(() => reply(scene.ctx(camille), words(id, "deux")));
    expect(statements).toHaveLength(1);
    expect(await scene.db.draft.count({ where: { conversationId: id } })).toBe(0);
    expect(await scene.db.message.count({ where: { conversationId: id } })).toBe(2);
  });

  it("is not fooled by what it remembers: who lost the conversation cannot answer any more", async () => {
    const { id } = await held();
    const sacha = await scene.staff();
    await reply(scene.ctx(camille), words(id, "un"));
    await scene.db.conversation.update({ where: { id }, data: { counsellorId: sacha.id } });
    await expect(reply(scene.ctx(camille), words(id, "deux"))).rejects.toMatchObject({ code: "not-found" });
    expect(await reply(scene.ctx(sacha), words(id, "trois"))).toMatchObject({ seq: 2 });
  });
});
