import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, describe, it } from "vitest";
import { tagCase } from "@/lib/cases/tag-case";
import { untagCase } from "@/lib/cases/untag-case";
import { openScene, TUESDAY_15H, type Scene } from "@/lib/testing/factories";
import { verifyChange, type Watcher } from "@/lib/testing/verify-change";
import type { Prisma } from "@/prisma/generated/client";
import { addNote } from "./add-note";
import { assessDanger } from "./assess-danger";
import { close } from "./close";
import { endAsVisitor } from "./end-as-visitor";
import { giveFeedback } from "./give-feedback";
import { markRead } from "./mark-read";
import { receiveMessage } from "./receive-message";
import { recordReceipts } from "./record-receipts";
import { reply } from "./reply";
import { saveDraft } from "./save-draft";
import { sayAsBot } from "./say-as-bot";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

/** Whoever could hear something of a conversation: its counsellor if it has one, a colleague, a supervisor reading along, the visitor. */
async function cast(
  state: "bot" | "waiting" | "active" | "closed",
  given: Partial<Prisma.ConversationUncheckedCreateInput> = {},
) {
  const counsellor = await scene.staff({ name: "Awa" });
  const colleague = await scene.staff({ name: "Bruno" });
  const supervisor = await scene.staff({ name: "Chloé", roles: ["supervisor"] });
  const held = state === "active" || state === "closed";
  const { id, contactId, visitor } = await scene.conversation({
    state,
    counsellorId: held ? counsellor.id : null,
    closedAt: state === "closed" ? TUESDAY_15H : null,
    ...given,
  });
  const watchers: Watcher[] = [
    held ? { actor: counsellor, watching: id } : { actor: counsellor },
    { actor: colleague },
    { actor: supervisor, watching: id },
    { actor: visitor },
  ];
  return { counsellor, colleague, supervisor, visitor, contactId, id, watchers };
}
type Cast = Awaited<ReturnType<typeof cast>>;

const says = ({ visitor, contactId }: Cast, text = "allo ?") =>
  receiveMessage(scene.ctx(visitor), { contactId, text, clientId: uuid(), language: "fr" });
const answers = ({ counsellor, id }: Cast) =>
  reply(scene.ctx(counsellor), { conversationId: id, clientId: uuid(), text: "Je suis là." });

const ACTS: Record<string, { state: Parameters<typeof cast>[0]; act: (people: Cast) => Promise<unknown> }> = {
  "a word to the bot": { state: "bot", act: says },
  "a word while waiting": { state: "waiting", act: says },
  "a word to the counsellor, twice": { state: "active", act: async (people) => [await says(people), await says(people)] },
  "a word after the end opens another": { state: "closed", act: says },
  "the bot's turn": {
    state: "bot",
    act: ({ id }) =>
      sayAsBot(scene.ctx({ kind: "bot" }), {
        conversationId: id,
        answeredSeq: 1,
        messages: [{ text: "Je suis un robot.", quickReplies: [{ title: "Oui", payload: "oui" }] }],
        state: { step: "topic" },
        topic: "harcelement.cyber",
        facts: [{ axis: "age", code: "13-14" }],
        language: "en",
      }),
  },
  "a reply": { state: "active", act: answers },
  "a note": {
    state: "active",
    act: ({ counsellor, id }) => addNote(scene.ctx(counsellor), { conversationId: id, clientId: uuid(), text: "rappeler" }),
  },
  "a draft": {
    state: "active",
    act: ({ counsellor, id }) => saveDraft(scene.ctx(counsellor), { conversationId: id, mode: "reply", text: "Je" }),
  },
  "read by the counsellor": {
    state: "active",
    act: async (people) => {
      await says(people);
      await markRead(scene.ctx(people.counsellor), { conversationId: people.id, seq: 1 });
    },
  },
  "delivered to and read by the visitor": {
    state: "active",
    act: async (people) => {
      await answers(people);
      await recordReceipts(scene.ctx(people.visitor), { conversationId: people.id, delivered: 1, read: 0 });
      await recordReceipts(scene.ctx(people.visitor), { conversationId: people.id, delivered: 1, read: 1 });
    },
  },
  "danger raised by a rule in the queue": {
    state: "waiting",
    act: ({ id }) =>
      assessDanger(scene.ctx({ kind: "system", name: "rules" }), {
        conversationId: id,
        level: "F4",
        answers: {},
        signals: ["plan"],
      }),
  },
  "danger lowered with a reason": {
    state: "active",
    act: async ({ counsellor, id }) => {
      await assessDanger(scene.ctx(counsellor), { conversationId: id, level: "F3", answers: { ideas: true, plan: true } });
      await assessDanger(scene.ctx(counsellor), {
        conversationId: id,
        level: "F1",
        answers: { plan: false },
        reason: "rassurée",
      });
    },
  },
  "closed by the counsellor": {
    state: "active",
    act: ({ counsellor, id }) => close(scene.ctx(counsellor), { conversationId: id, outcome: "resolu" }),
  },
  "closed by a supervisor in the queue": {
    state: "waiting",
    act: ({ supervisor, id }) => close(scene.ctx(supervisor), { conversationId: id }),
  },
  "ended by the visitor with the bot": {
    state: "bot",
    act: ({ visitor, id }) => endAsVisitor(scene.ctx(visitor), { conversationId: id }),
  },
  "ended by the visitor": { state: "active", act: ({ visitor, id }) => endAsVisitor(scene.ctx(visitor), { conversationId: id }) },
  feedback: {
    state: "closed",
    act: ({ visitor, id }) => giveFeedback(scene.ctx(visitor), { conversationId: id, helped: true, again: null }),
  },
  "tagged, and untagged": {
    state: "active",
    act: async ({ counsellor, id }) => {
      await tagCase(scene.ctx(counsellor), { conversationId: id, axis: "motif", code: "harcelement.cyber" });
      await tagCase(scene.ctx(counsellor), { conversationId: id, axis: "age", code: "13-14" });
      await untagCase(scene.ctx(counsellor), { conversationId: id, axis: "motif", code: "harcelement.cyber" });
    },
  },
};

describe("what is emitted is what changed: the screen before plus the events is the screen after, for everybody", () => {
  it.each(Object.entries(ACTS))("%s", async (_name, { state, act }) => {
    const people = await cast(state);
    await verifyChange(scene, people.watchers, () => act(people));
  });

  it("an offer and a relay that end with the conversation", async () => {
    const people = await cast("active");
    const { id, counsellor, colleague } = people;
    const expiresAt = new Date(TUESDAY_15H.getTime() + 60_000);
    await scene.db.relay.create({
      data: {
        id: uuid(),
        conversationId: id,
        fromId: counsellor.id,
        toId: colleague.id,
        brief: new Uint8Array(),
        at: TUESDAY_15H,
      },
    });
    await scene.db.offer.create({
      data: { id: uuid(), conversationId: id, userId: colleague.id, at: TUESDAY_15H, expiresAt, why: {} },
    });
    await scene.db.conversation.update({ where: { id }, data: { offeredToId: colleague.id, offerExpiresAt: expiresAt } });
    await scene.db.relay.updateMany({ where: { conversationId: id }, data: { brief: await sealedBrief(id) } });
    await verifyChange(scene, people.watchers, () => close(scene.ctx(counsellor), { conversationId: id }));
  });
});

async function sealedBrief(conversationId: string): Promise<Uint8Array<ArrayBuffer>> {
  const { vaultKeyId } = await scene.db.conversation.findUniqueOrThrow({ where: { id: conversationId } });
  const { id: row } = await scene.db.relay.findFirstOrThrow({ where: { conversationId } });
  await scene.vault.loadKeys(scene.db, [vaultKeyId]);
  return scene.vault.seal(vaultKeyId, { table: "relay", column: "brief", row }, "à lire avant");
}
