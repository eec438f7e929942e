import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openScene, TUESDAY_15H, type Scene } from "@/lib/testing/factories";
import { minutes } from "@/lib/testing/people";
import { close } from "@/lib/conversations/close";
import { giveFeedback } from "@/lib/conversations/give-feedback";
import { receiveMessage } from "@/lib/conversations/receive-message";
import { reply } from "@/lib/conversations/reply";
import { take } from "@/lib/routing/take";
import { readChat } from "./read-chat";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

describe("read-chat", () => {
  it("has a line and emergency numbers before there is anybody", async () => {
    const chat = await readChat(scene.ctx({ kind: "nobody" }));
    expect(chat).toMatchObject({ conversation: null, messages: [], wait: null });
    expect(chat.numbers.suicide).toBe("3114");
    expect(chat.exitUrl).toMatch(/^https:/);
  });

  it("is one's own latest conversation, with who answers and nothing of the danger but the urgency", async () => {
    const camille = await scene.staff({ name: "Camille" });
    const made = await scene.conversation({ state: "active", counsellorId: camille.id, danger: "F3" });
    await receiveMessage(scene.ctx(made.visitor), { contactId: made.contactId, text: "allo", clientId: uuid(), language: "fr" });
    const chat = await readChat(scene.ctx(made.visitor));
    expect(chat.conversation).toEqual({
      id: made.id,
      version: 2,
      state: "active",
      counsellorName: "Camille",
      language: "fr",
      urgent: true,
      feedbackGiven: false,
      closedAt: null,
    });
    expect(chat.messages.map((message) => message.text)).toEqual(["allo"]);
    expect(JSON.stringify(chat)).not.toContain("F3");
    expect((await readChat(scene.ctx({ kind: "visitor", contactId: uuid() }))).conversation).toBeNull();
  });

  it("names colleagues by their first name, and keeps their ids inside", async () => {
    const karim = await scene.staff({ name: "Karim Benali" });
    const made = await scene.conversation({ state: "waiting" });
    await take(scene.ctx(karim), { conversationId: made.id });
    await reply(scene.ctx(karim), { conversationId: made.id, clientId: uuid(), text: "Bonjour" });
    const chat = await readChat(scene.ctx(made.visitor));
    expect(chat.conversation?.counsellorName).toBe("Karim");
    expect(chat.messages.map(({ author, marker }) => marker?.name ?? ("name" in author && author.name))).toEqual([
      "Karim",
      "Karim",
    ]);
    expect(JSON.stringify(chat)).not.toMatch(new RegExp(`Benali|${karim.id}`));
  });

  it("waits honestly while waiting", async () => {
    const made = await scene.conversation({ state: "waiting" });
    expect((await readChat(scene.ctx(made.visitor))).wait?.place).toBeGreaterThanOrEqual(1);
  });

  it("shows a closed one for twelve hours, with the feedback given, then nothing", async () => {
    const made = await scene.conversation();
    await close(scene.ctx({ kind: "system", name: "test" }), { conversationId: made.id });
    await giveFeedback(scene.ctx(made.visitor), { conversationId: made.id, helped: true, again: true });
    const at = async (minute: number) => (await readChat(scene.ctx(made.visitor, minutes(minute)))).conversation;
    expect(await at(12 * 60)).toMatchObject({ state: "closed", feedbackGiven: true, closedAt: TUESDAY_15H.toISOString() });
    expect(await at(12 * 60 + 1)).toBeNull();
  });

  it("is the visitor's alone", async () => {
    await expect(readChat(scene.ctx(await scene.staff()))).rejects.toMatchObject({ code: "not-found" });
  });
});
