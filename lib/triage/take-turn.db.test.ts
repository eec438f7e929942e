import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { close } from "@/lib/conversations/close";
import { receiveMessage } from "@/lib/conversations/receive-message";
import { readChat } from "@/lib/inbox/read-chat";
import { take } from "@/lib/routing/take";
import { openScene, type Scene } from "@/lib/testing/factories";
import { verifyChange } from "@/lib/testing/verify-change";
import { askForPerson } from "./ask-for-person";
import { takeTurn } from "./take-turn";

let scene: Scene;
beforeAll(async () => void (scene = await openScene()));
afterAll(async () => scene.close());

const BOT = { kind: "bot" } as const;
type Child = Awaited<ReturnType<Scene["conversation"]>>;
const writes = async (child: Child, text: string) =>
  receiveMessage(scene.ctx(child.visitor), { contactId: child.contactId, text, clientId: uuid(), language: "fr" });
const turn = async (child: Child) => takeTurn(scene.ctx(BOT), { conversationId: child.id });
const asks = async (child: Child, clientId: string = uuid()) =>
  askForPerson({ ...scene.ctx(child.visitor), actor: child.visitor }, { clientId, language: "fr" });
const stored = async (child: Child) => scene.db.conversation.findUniqueOrThrow({ where: { id: child.id } });
const said = async (child: Child) => scene.db.message.count({ where: { conversationId: child.id, author: "bot" } });

describe("the bot's turn", () => {
  it("answers what was written, keeps what it learnt, and is written down", async () => {
    const child = await scene.conversation();
    await writes(child, "jai 13 ans et on a pirater mon compte snap");
    await turn(child);
    const { topic, botSeq, state, lastSeq } = await stored(child);
    expect({ topic, botSeq, state }).toEqual({ topic: "identite.piratage", botSeq: 1, state: "bot" });
    expect(lastSeq).toBeGreaterThan(1);
    const facts = await scene.db.collectedFact.findMany({
      where: { conversationId: child.id },
      select: { axis: true, code: true },
    });
    expect(facts).toEqual(
      expect.arrayContaining([
        { axis: "age", code: "13-14" },
        { axis: "platform", code: "snapchat" },
      ]),
    );
    const audited = await scene.db.auditEntry.findMany({ where: { verb: "bot.said" } });
    expect(audited.map(({ actorKind, subject }) => ({ actorKind, subject }))).toContainEqual({
      actorKind: "bot",
      subject: expect.objectContaining({ conversationId: child.id, answeredSeq: 1 }) as object,
    });
  });

  it("hears an imminent danger, raises the level and asks for a person, all at once", async () => {
    const child = await scene.conversation();
    await writes(child, "jai avalé toute la boite de cachets ya 10 min");
    await turn(child);
    const { danger, state, reason, waitingSince } = await stored(child);
    expect({ danger, state, reason }).toEqual({ danger: "F4", state: "waiting", reason: "danger_detected" });
    expect(waitingSince).not.toBeNull();
    expect((await readChat(scene.ctx(child.visitor))).messages.map((message) => message.text).join(" ")).toMatch(/15|112/);
  });

  it("goes on listening while a person is waited for: silent, but a danger moves it up", async () => {
    const child = await scene.conversation();
    await asks(child);
    await turn(child);
    const quiet = await said(child);
    await writes(child, "jen peux plus");
    await turn(child);
    expect(await said(child)).toBe(quiet);
    await writes(child, "jai avalé toute la boite de cachets");
    await turn(child);
    expect(await stored(child)).toMatchObject({ state: "waiting", danger: "F4", reason: "user_request" });
    expect(await said(child)).toBeGreaterThan(quiet);
    expect(await scene.db.escalation.count({ where: { conversationId: child.id } })).toBe(1);
  });

  it("says nothing to somebody who is with a person, or has left", async () => {
    const karim = await scene.staff();
    const child = await scene.conversation();
    await writes(child, "bonjour");
    await asks(child);
    await take(scene.ctx(karim), { conversationId: child.id });
    await turn(child);
    expect(await said(child)).toBe(0);
    await close(scene.ctx(karim), { conversationId: child.id });
    await turn(child);
    expect(await said(child)).toBe(0);
  });

  it("is the bot's alone", async () => {
    const child = await scene.conversation();
    await writes(child, "bonjour");
    const karim = await scene.staff();
    await expect(takeTurn(scene.ctx(karim), { conversationId: child.id })).rejects.toMatchObject({ code: "not-found" });
    await expect(takeTurn(scene.ctx(child.visitor), { conversationId: child.id })).rejects.toMatchObject({ name: "Refusal" });
    expect(await said(child)).toBe(0);
  });

  it("run twice at once speaks once; run while the child takes leave, it says all or nothing", async () => {
    const child = await scene.conversation();
    await writes(child, "on m'insulte tous les jours");
    await Promise.all([turn(child), turn(child), turn(child)]);
    const once = await said(child);
    expect(once).toBeGreaterThan(0);
    await turn(child);
    expect(await said(child)).toBe(once);

    const leaving = await scene.conversation();
    await writes(leaving, "salut");
    const system = { kind: "system", name: "test" } as const;
    await Promise.all([turn(leaving), close(scene.ctx(system), { conversationId: leaving.id })]);
    expect((await stored(leaving)).state).toBe("closed");
  });

  it("tells the screens what changed: the events applied to the old snapshot are the fresh one", async () => {
    const child = await scene.conversation();
    await writes(child, "mon ex menace de publier mes photos");
    const supervisor = await scene.staff({ roles: ["supervisor"] });
    const watchers = [child.visitor, { actor: supervisor, watching: child.id }];
    await verifyChange(scene, watchers, async () => turn(child));
    await writes(child, "jai avalé toute la boite de cachets");
    await verifyChange(scene, watchers, async () => turn(child));
  });
});

describe("asking for a person", () => {
  it("asks for whom the earlier words need, by the button as by words; in danger, for whoever listens", async () => {
    const skillAfter = async (last: (child: Child) => Promise<unknown>) => {
      const child = await scene.conversation();
      await writes(child, "on a pirate mon compte insta");
      await turn(child);
      await last(child);
      await turn(child);
      return (await stored(child)).skill;
    };
    expect(await skillAfter(asks)).toBe("digital");
    expect(await skillAfter(async (child) => writes(child, "je veux parler a quelqu'un"))).toBe("digital");
    expect(await skillAfter(async (child) => writes(child, "jai avalé toute la boite de cachets ya 10 min"))).toBe(
      "psychological",
    );
  });

  it("works as the very first thing, and stands in the thread as the person's own words", async () => {
    const { visitor, contactId, id } = await scene.conversation({ state: "closed", closedAt: new Date("2026-11-20T10:00:00Z") });
    const { conversationId } = await askForPerson(
      { ...scene.ctx(visitor), actor: visitor },
      { clientId: uuid(), language: "fr" },
    );
    expect(conversationId).not.toBe(id);
    const opened = await scene.db.conversation.findUniqueOrThrow({ where: { id: conversationId } });
    expect(opened).toMatchObject({ contactId, state: "waiting", reason: "user_request" });
    const [first] = (await readChat(scene.ctx(visitor))).messages;
    expect(first).toMatchObject({ author: { kind: "visitor" }, text: "Je voudrais parler à quelqu’un." });
  });

  it("pressed twice, or at once, is one wish", async () => {
    const child = await scene.conversation();
    const clientId = uuid();
    await Promise.all([asks(child, clientId), asks(child, clientId), asks(child, clientId)]);
    expect(await scene.db.escalation.count({ where: { conversationId: child.id } })).toBe(1);
    expect(await scene.db.message.count({ where: { conversationId: child.id, author: "visitor" } })).toBe(1);
  });

  it("changes nothing for somebody who is being answered", async () => {
    const karim = await scene.staff();
    const child = await scene.conversation({ state: "active", counsellorId: karim.id });
    await asks(child);
    expect(await stored(child)).toMatchObject({ state: "active", counsellorId: karim.id });
    expect(await scene.db.escalation.count({ where: { conversationId: child.id } })).toBe(0);
  });
});
