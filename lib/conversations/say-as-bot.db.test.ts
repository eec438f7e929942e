import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/contract/actor";
import { openScene, TUESDAY_15H, type Scene } from "@/lib/testing/factories";
import { audited, SYSTEM } from "@/lib/testing/people";
import { loadTurn } from "./bot-state";
import { receiveMessage } from "./receive-message";
import { sayAsBot, type SayAsBotInput } from "./say-as-bot";

const BOT: Actor = { kind: "bot" };
let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

async function asked(text = "on me harcele sur insta", quickReply?: string) {
  const made = await scene.conversation();
  await receiveMessage(scene.ctx(made.visitor), {
    contactId: made.contactId,
    text,
    clientId: uuid(),
    language: "fr",
    quickReply,
  });
  return made;
}
const turn = (conversationId: string, given: Partial<SayAsBotInput> = {}): SayAsBotInput => ({
  conversationId,
  answeredSeq: 1,
  messages: [
    { text: "Je suis un robot.", quickReplies: [] },
    { text: "De quoi s’agit-il ?", quickReplies: [{ title: "Harcèlement", payload: "topic:harcelement" }] },
  ],
  state: { step: "topic", misunderstandings: 0 },
  ...given,
});
const row = (id: string) => scene.db.conversation.findUniqueOrThrow({ where: { id } });

describe("say-as-bot", () => {
  it("says its lines in order, keeps its state sealed and what it learnt", async () => {
    const { id } = await asked();
    const { said } = await sayAsBot(
      scene.ctx(BOT),
      turn(id, { topic: "harcelement.cyber", language: "en", facts: [{ axis: "age", code: "13-14" }] }),
    );
    expect(said.map((message) => [message.seq, message.author.kind, message.quickReplies.length])).toEqual([
      [2, "bot", 0],
      [3, "bot", 1],
    ]);
    const stored = await row(id);
    expect(stored).toMatchObject({
      botSeq: 1,
      topic: "harcelement.cyber",
      language: "en",
      unansweredSince: null,
      lastSeq: 3,
    });
    expect(Buffer.from(stored.botState!).includes("topic")).toBe(false);
    expect(await scene.db.collectedFact.findMany({ where: { conversationId: id }, select: { axis: true, code: true } })).toEqual([
      { axis: "age", code: "13-14" },
    ]);
  });

  it("says a turn once: the job that runs again is not heard again", async () => {
    const { id } = await asked();
    await Promise.all(Array.from({ length: 5 }, () => sayAsBot(scene.ctx(BOT), turn(id))));
    expect(await sayAsBot(scene.ctx(BOT), turn(id, { state: { step: "lost" } }))).toEqual({ said: [] });
    expect(await row(id)).toMatchObject({ lastSeq: 3, botSeq: 1 });
    expect(
      (await audited(scene, "bot.said")).filter((entry) => (entry as { conversationId: string }).conversationId === id),
    ).toEqual([{ conversationId: id, answeredSeq: 1, messages: 2, topic: null }]);
  });

  it("keeps one role and one age, the latest, and every platform", async () => {
    const { id } = await asked();
    await sayAsBot(
      scene.ctx(BOT),
      turn(id, {
        facts: [
          { axis: "age", code: "11-12" },
          { axis: "platform", code: "instagram" },
        ],
      }),
    );
    await sayAsBot(
      scene.ctx(BOT),
      turn(id, {
        answeredSeq: 2,
        facts: [
          { axis: "age", code: "13-14" },
          { axis: "platform", code: "snapchat" },
        ],
      }),
    );
    const facts = await scene.db.collectedFact.findMany({
      where: { conversationId: id },
      orderBy: [{ axis: "asc" }, { code: "asc" }],
    });
    expect(facts.map((fact) => fact.code)).toEqual(["13-14", "instagram", "snapchat"]);
  });

  it("refuses everybody who is not the bot", async () => {
    const { id, visitor } = await asked();
    for (const actor of [visitor, SYSTEM])
      await expect(sayAsBot(scene.ctx(actor), turn(id))).rejects.toMatchObject({ code: "forbidden" });
    await expect(sayAsBot(scene.ctx(await scene.staff()), turn(id))).rejects.toMatchObject({ code: "not-found" });
  });

  it("is silent once a person has taken over or it is closed, and refuses codes nobody knows", async () => {
    const counsellor = await scene.staff();
    const active = await scene.conversation({ state: "active", counsellorId: counsellor.id });
    const closed = await scene.conversation({ state: "closed", closedAt: TUESDAY_15H });
    for (const { id } of [active, closed])
      await expect(sayAsBot(scene.ctx(BOT), turn(id))).rejects.toMatchObject({ code: "wrong-state" });
    const { id } = await asked();
    await expect(sayAsBot(scene.ctx(BOT), turn(id, { topic: "nonsense" }))).rejects.toMatchObject({ code: "invalid" });
    await expect(sayAsBot(scene.ctx(BOT), turn(id, { facts: [{ axis: "age", code: "12" }] }))).rejects.toMatchObject({
      code: "invalid",
    });
    expect(await row(id)).toMatchObject({ lastSeq: 1, botSeq: 0 });
  });
});

describe("bot-state", () => {
  it("gives the bot the thread, the tapped reply and its own state", async () => {
    const { id, contactId, visitor } = await asked("Harcèlement", "topic:harcelement");
    expect(await loadTurn(scene.ctx(BOT), id)).toMatchObject({
      state: null,
      lastVisitorSeq: 1,
      unanswered: [{ seq: 1, from: "visitor", text: "Harcèlement", payload: "topic:harcelement" }],
    });
    await sayAsBot(scene.ctx(BOT), turn(id));
    expect(await loadTurn(scene.ctx(BOT), id)).toBeNull();
    for (const text of ["un", "deux"])
      await receiveMessage(scene.ctx(visitor), { contactId, text, clientId: uuid(), language: "fr" });
    const next = await loadTurn(scene.ctx(BOT), id);
    expect(next).toMatchObject({ state: { step: "topic", misunderstandings: 0 }, lastVisitorSeq: 5 });
    expect(next?.unanswered.map((message) => message.text)).toEqual(["un", "deux"]);
    expect(next?.transcript.map((message) => message.from)).toEqual(["visitor", "bot", "bot", "visitor", "visitor"]);
  });

  it("lets the bot go on hearing who waits; gives no turn once a person answers, or where there is nothing", async () => {
    const counsellor = await scene.staff();
    const waiting = await scene.conversation({ state: "waiting" });
    const active = await scene.conversation({ state: "active", counsellorId: counsellor.id });
    for (const { visitor, contactId } of [waiting, active])
      await receiveMessage(scene.ctx(visitor), { contactId, text: "allo", clientId: uuid(), language: "fr" });
    expect(await loadTurn(scene.ctx(BOT), waiting.id)).toMatchObject({ lastVisitorSeq: 1 });
    expect(await loadTurn(scene.ctx(BOT), active.id)).toBeNull();
    expect(await loadTurn(scene.ctx(BOT), uuid())).toBeNull();
  });
});
