import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHAT, colleague, cursor, DESK, LINE, ME, message, row, THREAD } from "@/lib/testing/view-fixtures";
import { applyDeskEvent, applyThreadEvent, applyVisitorEvent, notYetStored, withMessage } from "./apply-event";
import type { DeskEvent, VisitorEvent } from "./events";
import type { ColleagueView, ConversationRow, MessageView, ThreadView, VisitorConversation } from "./views";

const applyThread = (thread: ThreadView, event: DeskEvent) => applyThreadEvent(thread, event, ME);

describe("an event that is not after the cursor", () => {
  it.each([0, 4, 5])("changes nothing (at %i of 5)", (n) => {
    const event: DeskEvent = { cursor: cursor(n), type: "conversation.changed", row: row("c1", 9) };
    const desk = { ...DESK, cursor: cursor(5) };
    expect(applyDeskEvent(desk, event)).toBe(desk);
    const thread = { ...THREAD, cursor: cursor(5) };
    expect(applyThread(thread, event)).toBe(thread);
    const chat = { ...CHAT, cursor: cursor(5) };
    expect(applyVisitorEvent(chat, { cursor: cursor(n), type: "line.changed", line: { ...LINE, open: false } })).toBe(chat);
  });
});

describe("a row", () => {
  const desk = { ...DESK, rows: [row("c1", 5)] };
  const changed = (n: ConversationRow): DeskEvent => ({ cursor: cursor(1), type: "conversation.changed", row: n });
  it("is replaced by a newer one, ignored when older, added when new, taken away when closed", () => {
    expect(applyDeskEvent(desk, changed(row("c1", 6))).rows).toEqual([row("c1", 6)]);
    expect(applyDeskEvent(desk, changed(row("c1", 4))).rows).toEqual([row("c1", 5)]);
    expect(applyDeskEvent(desk, changed(row("c2", 1))).rows).toEqual([row("c1", 5), row("c2", 1)]);
    expect(applyDeskEvent(desk, changed(row("c1", 6, { state: "closed" }))).rows).toEqual([]);
    expect(applyDeskEvent(desk, changed(row("c1", 4, { state: "closed" }))).rows).toEqual([row("c1", 5)]);
  });
  it("changes what its reader may do in the open thread", () => {
    const lost = applyThread(THREAD, changed(row("c1", 2, { counsellor: { id: "other", name: "Bruno" } })));
    expect(lost.can).toMatchObject({ reply: false, take: false, close: false });
    expect(applyThread(THREAD, changed(row("c2", 9))).row).toEqual(THREAD.row);
  });
});

describe("a colleague", () => {
  const event = (userId: string, view: ColleagueView | null): DeskEvent => ({
    cursor: cursor(1),
    type: "colleague.changed",
    userId,
    colleague: view,
  });
  it("is updated, oneself included, and leaves", () => {
    const desk = { ...DESK, colleagues: [colleague("me", 1)] };
    expect(applyDeskEvent(desk, event("me", colleague("me", 2))).me.presence).toBe("available");
    expect(applyDeskEvent(desk, event("me", colleague("me", 0))).colleagues).toEqual([colleague("me", 1)]);
    expect(applyDeskEvent(desk, event("me", null)).colleagues).toEqual([]);
  });
});

describe("messages", () => {
  it("stand in the order of their seq, once, however they arrive", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 40 }), (seqs) => {
        const messages = seqs.reduce<MessageView[]>((all, seq) => withMessage(all, message(seq), false), []);
        expect(messages.map(({ seq }) => seq)).toEqual([...new Set(seqs)].sort((a, b) => a - b));
      }),
    );
  });
  it("before the first loaded one stay out while older ones are not loaded", () => {
    expect(withMessage([message(8)], message(3), true).map(({ seq }) => seq)).toEqual([8]);
    expect(withMessage([message(8)], message(3), false).map(({ seq }) => seq)).toEqual([3, 8]);
  });
  it("take the place of the line that was waiting for them", () => {
    const lines = [{ clientId: "k1" }, { clientId: "k2" }];
    expect(notYetStored(lines, [message(1)])).toEqual([{ clientId: "k2" }]);
  });
});

describe("the visitor's conversation", () => {
  const conversation = (id: string, version: number, state: VisitorConversation["state"] = "bot") =>
    ({
      id,
      version,
      state,
      counsellorName: null,
      language: "fr",
      urgent: false,
      feedbackGiven: false,
      closedAt: null,
    }) as VisitorConversation;
  const changed = (n: number, view: VisitorConversation): VisitorEvent => ({
    cursor: cursor(n),
    type: "conversation.changed",
    conversation: view,
  });
  it("is followed by a newer one with a fresh thread; news of a former one are none", () => {
    const said: VisitorEvent = { cursor: cursor(2), type: "message.added", message: message(1, "a1") };
    const first = [changed(1, conversation("a1", 1)), said].reduce(applyVisitorEvent, CHAT);
    expect(first.messages).toHaveLength(1);
    const second = applyVisitorEvent(first, changed(3, conversation("a2", 1)));
    expect(second).toMatchObject({ conversation: { id: "a2" }, messages: [] });
    expect(applyVisitorEvent(second, changed(4, conversation("a1", 7))).conversation?.id).toBe("a2");
    expect(applyVisitorEvent(second, { ...said, cursor: cursor(4) }).messages).toEqual([]);
  });
  it("has a wait only while it waits", () => {
    const waiting = { ...CHAT, conversation: conversation("a1", 1, "waiting"), wait: { place: 2, range: null } };
    expect(applyVisitorEvent(waiting, changed(1, conversation("a1", 2, "waiting"))).wait).toEqual({ place: 2, range: null });
    expect(applyVisitorEvent(waiting, changed(1, conversation("a1", 2, "active"))).wait).toBeNull();
  });
});
