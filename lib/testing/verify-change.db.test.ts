import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, expect, it } from "vitest";
import { colleagueChanged } from "@/lib/accounts/colleague-changed";
import { change } from "@/lib/core/change";
import { LINE_HEARERS, type StoredEvent } from "@/lib/contract/events";
import { appendMessage } from "@/lib/conversations/append-message";
import { addNote } from "@/lib/conversations/add-note";
import { loadConversation, lockConversation } from "@/lib/conversations/load";
import { markRead } from "@/lib/conversations/mark-read";
import { panelChanged } from "@/lib/conversations/panel-changed";
import { receiveMessage } from "@/lib/conversations/receive-message";
import { updateConversation } from "@/lib/conversations/update-conversation";
import { openScene, TUESDAY_15H, type Scene } from "./factories";
import { verifyChange, type Watcher } from "./verify-change";

let scene: Scene;
beforeAll(async () => void (scene = await openScene()));
afterAll(() => scene.close());

/** A counsellor with an active conversation, a colleague and a supervisor who watches: whoever could hear something. */
async function everybody() {
  const counsellor = await scene.staff({ name: "Awa" });
  const colleague = await scene.staff({ name: "Bruno" });
  const supervisor = await scene.staff({ name: "Chloé", roles: ["supervisor"] });
  const { id, visitor } = await scene.conversation({ state: "active", counsellorId: counsellor.id });
  const watchers: Watcher[] = [
    { actor: counsellor, watching: id },
    { actor: colleague },
    { actor: supervisor, watching: id },
    { actor: visitor },
  ];
  return { counsellor, colleague, supervisor, visitor, id, watchers };
}

type Cast = Awaited<ReturnType<typeof everybody>>;
const says = (visitor: Cast["visitor"], text: string) =>
  receiveMessage(scene.ctx(visitor), { contactId: visitor.contactId, text, clientId: uuid(), language: "fr" });

/** One act for every stored event: a new member of the union does not compile before it is here. */
const ACTS: Record<StoredEvent["type"], (cast: Cast) => Promise<unknown>> = {
  "conversation.changed": ({ supervisor, id }) =>
    change(scene.ctx(supervisor), async (work) => {
      await updateConversation(work, await lockConversation(work.tx, id), { danger: "F3" });
      await panelChanged(work, { id });
      work.audit("test.changed", { id });
    }),
  "message.added": ({ visitor }) => says(visitor, "vous êtes là ?"),
  "receipts.changed": async ({ counsellor, visitor, id }) => {
    await says(visitor, "coucou");
    const { lastSeq } = await loadConversation(scene.db, id);
    await markRead(scene.ctx(counsellor), { conversationId: id, seq: lastSeq });
  },
  "note.added": ({ counsellor, id }) =>
    addNote(scene.ctx(counsellor), { conversationId: id, clientId: uuid(), text: "à rappeler demain" }),
  "panel.changed": ({ counsellor, id }) =>
    change(scene.ctx(counsellor), async (work) => {
      await work.tx.collectedFact.create({ data: { conversationId: id, axis: "platform", code: "tiktok", at: TUESDAY_15H } });
      await panelChanged(work, { id });
      work.audit("test.fact", { id });
    }),
  "colleague.changed": ({ colleague }) =>
    change(scene.ctx(colleague), async (work) => {
      await work.tx.user.update({ where: { id: colleague.id }, data: { capacity: 5 } });
      await colleagueChanged(work, colleague.id);
      work.audit("test.capacity", { id: colleague.id });
    }),
  "line.changed": ({ supervisor }) =>
    change(scene.ctx(supervisor), async (work) => {
      work.emit(LINE_HEARERS, { type: "line.changed" });
      work.audit("test.line", {});
    }),
  "session.revoked": ({ counsellor }) =>
    change(scene.ctx(counsellor), async (work) => {
      work.emit([`session:${counsellor.sessionId}`], { type: "session.revoked", sessionId: counsellor.sessionId });
      work.audit("test.session", {});
    }),
  "account.changed": ({ counsellor }) =>
    change(scene.ctx(counsellor), async (work) => {
      work.emit([`user:${counsellor.id}`], { type: "account.changed", userId: counsellor.id });
      work.audit("test.account", {});
    }),
};

it.each(Object.entries(ACTS))(
  "%s: the screen before plus the events equals the screen after, for everybody",
  async (_type, act) => {
    const cast = await everybody();
    await verifyChange(scene, cast.watchers, () => act(cast));
  },
);

it("hears a first word as the person who writes it, before there was a conversation", async () => {
  const { contactId } = await scene.conversation({ state: "closed", closedAt: TUESDAY_15H });
  await verifyChange(scene, { actor: { kind: "visitor", contactId } }, () => says({ kind: "visitor", contactId }, "bonjour"));
});

it("takes the thread from whoever loses the right to it", async () => {
  const { counsellor, colleague, supervisor, id, visitor } = await everybody();
  const watchers = [
    { actor: counsellor, watching: id },
    { actor: colleague },
    { actor: supervisor, watching: id },
    { actor: visitor },
  ];
  await verifyChange(scene, watchers, () =>
    change(scene.ctx(supervisor), async (work) => {
      const conversation = await lockConversation(work.tx, id);
      await updateConversation(work, conversation, { counsellorId: colleague.id });
      await work.tx.assignment.updateMany({ where: { conversationId: id, endedAt: null }, data: { endedAt: TUESDAY_15H } });
      work.audit("test.reassigned", { id });
      work.emit(["desk"], { type: "colleague.changed", userId: colleague.id, version: 1 });
      work.emit(["desk"], { type: "colleague.changed", userId: counsellor.id, version: 1 });
    }),
  );
});

it("notices an event that was forgotten", async () => {
  const { counsellor, id, watchers } = await everybody();
  const forgetful = () =>
    change(scene.ctx(counsellor), async (work) => {
      await work.tx.conversation.update({ where: { id }, data: { danger: "F4", version: { increment: 1 } } });
      work.audit("test.forgot", { id });
    });
  await expect(verifyChange(scene, watchers, forgetful)).rejects.toThrow(/what listener Awa/);
});

it("notices an event that went to the wrong room", async () => {
  const { counsellor, colleague, id } = await everybody();
  const misdirected = () =>
    change(scene.ctx(counsellor), async (work) => {
      const conversation = await lockConversation(work.tx, id);
      const version = conversation.version + 1;
      await work.tx.conversation.update({ where: { id }, data: { danger: "F4", version } });
      work.emit([`conversation:${id}`], { type: "conversation.changed", conversationId: id, version });
      work.audit("test.misdirected", { id });
    });
  await expect(verifyChange(scene, colleague, misdirected)).rejects.toThrow(/what listener Bruno/);
});

it("notices a message that was stored without an event", async () => {
  const { counsellor, id, watchers } = await everybody();
  const mute = () =>
    change(scene.ctx(counsellor), async (work) => {
      const conversation = await lockConversation(work.tx, id);
      const silent = { ...work, emit: () => undefined };
      await appendMessage(silent, conversation, { author: "bot", authorId: null, text: "…", clientId: null });
      work.audit("test.mute", { id });
    });
  await expect(verifyChange(scene, watchers, mute)).rejects.toThrow(/what /);
});
