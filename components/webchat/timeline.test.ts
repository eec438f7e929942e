import { describe, expect, it } from "vitest";
import type { ConversationState, MessageAuthor, MessageView, Receipts, VisitorConversation } from "@/lib/contract/views";
import { botIsAnswering, mineState, openQuickReplies, timeline, type Line, type PendingLine } from "./timeline";

const BOT: MessageAuthor = { kind: "bot" };
const ME: MessageAuthor = { kind: "visitor" };
const SONIA: MessageAuthor = { kind: "counsellor", id: "s", name: "Sonia" };
const REPLIES = [{ title: "Harcèlement", payload: "bullying" }];
const PERSON = { title: "Parler à quelqu’un", payload: "person" };
const WELCOME = [{ text: "Bonjour", quickReplies: REPLIES }];

function message(seq: number, author: MessageAuthor, over: Partial<MessageView> = {}): MessageView {
  return {
    id: `id${seq}`,
    conversationId: "c",
    seq,
    at: "2026-11-21T18:00:00Z",
    author,
    text: `t${seq}`,
    marker: null,
    quickReplies: [],
    clientId: author.kind === "visitor" ? `client${seq}` : null,
    ...over,
  };
}

function conversation(state: ConversationState): VisitorConversation {
  return {
    id: "c",
    version: 1,
    state,
    counsellorName: null,
    language: "fr",
    urgent: false,
    feedbackGiven: false,
    closedAt: null,
  };
}

function thread(messages: MessageView[], state: ConversationState = "bot", read = 0) {
  const receipts: Receipts = { version: 1, visitorDelivered: 0, visitorRead: 0, counsellorRead: read };
  return { conversation: messages.length > 0 ? conversation(state) : null, messages, receipts };
}

const pending = (over: Partial<PendingLine> = {}): PendingLine => ({
  clientId: "p",
  text: "coucou",
  at: "2026-11-21T18:01:00Z",
  state: "sending",
  ...over,
});

const states = (lines: Line[]) => lines.flatMap((line) => (line.kind === "message" && line.mine?.shown ? [line.mine.state] : []));
const keys = (lines: Line[]) => lines.map((line) => line.key);

describe("timeline", () => {
  it("begins with the welcome, which stays above the first word", () => {
    expect(keys(timeline(thread([]), [], WELCOME))).toEqual(["welcome-0"]);
    expect(keys(timeline(thread([message(1, ME)]), [], WELCOME))).toEqual(["welcome-0", "client1"]);
  });

  it("does not repeat a welcome that is stored, nor put one above the middle of a thread", () => {
    expect(keys(timeline(thread([message(1, BOT)]), [], WELCOME))).toEqual(["m1"]);
    expect(keys(timeline(thread([message(40, ME)]), [], WELCOME))).toEqual(["client40"]);
  });

  it("does not show the bot's greeting twice, and loses nothing else", () => {
    const greeted = [message(1, ME), message(2, BOT, { text: "Bonjour" }), message(3, BOT)];
    expect(keys(timeline(thread(greeted), [], WELCOME))).toEqual(["welcome-0", "client1", "m3"]);
    expect(keys(timeline(thread([message(1, BOT, { text: "Bonjour" })]), [], WELCOME))).toEqual(["m1"]);
  });

  it("shows a line once: the stored message takes the place of the one that was on its way", () => {
    const stored = message(2, ME, { clientId: "p" });
    expect(keys(timeline(thread([message(1, BOT)]), [pending()], []))).toEqual(["m1", "p"]);
    expect(keys(timeline(thread([message(1, BOT), stored]), [pending()], []))).toEqual(["m1", "p"]);
  });

  it("says who writes once for several in a row, and again after a marker", () => {
    const taken = message(4, { kind: "system" }, { marker: { code: "taken", name: "Sonia" } });
    const lines = timeline(
      thread([message(1, BOT), message(2, BOT), message(3, ME), taken, message(5, SONIA)], "active"),
      [],
      [],
    );
    expect(lines.map((line) => (line.kind === "message" ? line.first : line.kind))).toEqual([true, false, true, "marker", true]);
  });

  it("names the day only where it changes, by the Paris calendar", () => {
    const late = message(1, ME, { at: "2026-11-21T22:30:00Z" });
    const afterMidnight = message(2, ME, { at: "2026-11-21T23:30:00Z" });
    expect(timeline(thread([late, afterMidnight]), [], []).map((line) => line.kind)).toEqual(["message", "day", "message"]);
  });

  it("shows the state under the last own word, and under each that has not left", () => {
    const stored = [message(1, ME), message(2, ME), message(3, BOT)];
    expect(states(timeline(thread(stored), [], []))).toEqual(["delivered"]);
    const unsent = [pending({ state: "offline" }), pending({ clientId: "q" })];
    expect(states(timeline(thread(stored), unsent, []))).toEqual(["delivered", "offline", "sending"]);
  });
});

describe("the state of several that have not left", () => {
  const waiting = (clientId: string) => pending({ clientId, state: "offline" });
  const refused = (clientId: string) => pending({ clientId, state: "refused" });
  it.each([
    ["waiting alike: once", [waiting("a"), waiting("b"), waiting("c")], ["offline"]],
    ["refused: each, because each can be tried again", [refused("a"), refused("b")], ["refused", "refused"]],
    ["mixed", [refused("a"), waiting("b"), waiting("c")], ["refused", "offline"]],
  ])("%s", (_, lines, expected) => {
    expect(states(timeline(thread([]), lines, []))).toEqual(expected);
  });
});

describe("mineState", () => {
  it.each([
    ["alone in the queue", thread([message(1, ME)], "waiting"), "sent"],
    ["answered by the bot", thread([message(1, ME), message(2, BOT)]), "delivered"],
    ["a marker is no answer", thread([message(1, ME), message(2, { kind: "system" })], "waiting"), "sent"],
    ["somebody has the conversation", thread([message(1, ME)], "active"), "delivered"],
    ["read", thread([message(1, ME)], "active", 1), "read"],
    ["an older one was read", thread([message(2, ME)], "active", 1), "delivered"],
  ])("%s", (_, view, state) => {
    expect(mineState(view.messages[0]!.seq, view)).toBe(state);
  });
});

describe("openQuickReplies", () => {
  const asked = message(1, BOT, { quickReplies: REPLIES });
  it.each([
    ["before the first word", thread([]), [], REPLIES],
    ["the bot asks", thread([asked]), [], REPLIES],
    ["the bot goes on while one waits", thread([asked], "waiting"), [], REPLIES],
    ["a person is offered by the button below", thread([message(1, BOT, { quickReplies: [...REPLIES, PERSON] })]), [], REPLIES],
    ["a marker after the question changes nothing", thread([asked, message(2, { kind: "system" })]), [], REPLIES],
    ["answered", thread([asked, message(2, ME)]), [], []],
    ["an answer is on its way", thread([asked]), [pending()], []],
    ["a person is there", thread([asked], "active"), [], []],
    ["ended", thread([asked], "closed"), [], []],
  ])("%s", (_, view, lines, expected) => {
    expect(openQuickReplies(view, lines, WELCOME)).toEqual(expected);
  });
});

describe("botIsAnswering", () => {
  it.each([
    ["nothing written", thread([]), [], false],
    ["the first word is on its way", thread([]), [pending()], true],
    ["the first word cannot leave", thread([]), [pending({ state: "offline" })], false],
    ["stored, not answered", thread([message(1, ME)]), [], true],
    ["answered", thread([message(1, ME), message(2, BOT)]), [], false],
    ["a person is waited for", thread([message(1, ME)], "waiting"), [pending()], false],
  ])("%s", (_, view, lines, expected) => {
    expect(botIsAnswering(view, lines)).toBe(expected);
  });
});
