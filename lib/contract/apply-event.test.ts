import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Actor } from "./actor";
import { applyDeskEvent, applyThreadEvent, applyVisitorEvent, heardUpTo, notYetStored, withMessage } from "./apply-event";
import type { DeskEvent, VisitorEvent } from "./events";
import type {
  ColleagueView,
  ConversationRow,
  DeskView,
  LineView,
  MessageView,
  NoteView,
  PanelView,
  ThreadView,
  VisitorConversation,
  VisitorView,
} from "./views";

const AT = "2026-11-24T14:00:00.000Z";
const LINE: LineView = { open: true, nextOpening: null, closesAt: null, aroundTheClock: true };
const ME: Actor = {
  kind: "staff",
  id: "me",
  name: "Awa",
  roles: ["listener"],
  skills: ["listening"],
  sessionId: "s",
  secondFactorMissing: false,
};
const cursor = (n: number) => `700:${n}`;

const row = (id: string, version: number, given: Partial<ConversationRow> = {}): ConversationRow => ({
  id,
  version,
  number: 1,
  channel: "webchat",
  source: null,
  state: "active",
  danger: "FX",
  skill: "listening",
  language: "fr",
  topic: null,
  reason: null,
  createdAt: AT,
  waitingSince: null,
  offer: null,
  letPass: 0,
  counsellor: { id: "me", name: "Awa" },
  relay: null,
  lastMessageAt: AT,
  unansweredSince: null,
  closedAt: null,
  preview: `v${version}`,
  unread: 0,
  ...given,
});
const message = (seq: number, conversationId = "c1"): MessageView => ({
  id: `m${seq}`,
  conversationId,
  seq,
  at: AT,
  author: { kind: "visitor" },
  text: `mot ${seq}`,
  marker: null,
  quickReplies: [],
  clientId: `k${seq}`,
});
const note = (n: number): NoteView => ({
  id: `n${n}`,
  conversationId: "c1",
  at: AT,
  author: { id: "me", name: "Awa" },
  text: "",
  clientId: `${n}`,
});
const panel = (version: number): PanelView => ({
  version,
  danger: { level: "FX", answers: {}, history: [] },
  case: null,
  tags: [],
  facts: { role: null, age: null, platforms: [] },
  previous: [],
  feedback: null,
  relayBrief: null,
  why: null,
});
const receipts = (version: number) => ({ version, visitorDelivered: version, visitorRead: 0, counsellorRead: 0 });
const colleague = (id: string, version: number): ColleagueView => ({
  id,
  version,
  name: id,
  roles: ["listener"],
  skills: [],
  onDuty: true,
  presence: "available",
  load: version,
  capacity: 3,
});
const DESK: DeskView = {
  cursor: cursor(0),
  now: AT,
  me: { id: "me", name: "Awa", roles: ["listener"], skills: [], presence: "away", capacity: 3, onDuty: true },
  rows: [],
  colleagues: [],
  line: LINE,
  settings: { ageingMinutes: 20, offerSeconds: 45, maskPreviews: false },
};
const THREAD: ThreadView = {
  cursor: cursor(0),
  row: row("c1", 1),
  messages: [],
  more: false,
  notes: [],
  receipts: receipts(1),
  panel: panel(1),
  draft: null,
  can: { reply: true, note: true, take: false, release: true, relay: true, close: true, lower: true, tag: true },
};
const CHAT: VisitorView = {
  cursor: cursor(0),
  now: AT,
  conversation: null,
  messages: [],
  receipts: receipts(1),
  wait: null,
  line: LINE,
  numbers: { police: "", medical: "", european: "", sms: "", childProtection: "", suicide: "", victims: "" },
} as unknown as VisitorView;

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

/** A log as servers write it: versions grow, seqs have no gaps. */
const logs = fc
  .array(
    fc.record({
      kind: fc.constantFrom("row", "closed", "message", "note", "receipts", "panel", "colleague", "left", "line"),
      which: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 40 },
  )
  .map((steps) => {
    const counts = new Map<string, number>();
    const next = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1).get(key)!;
    return steps.map(({ kind, which }, index): DeskEvent => {
      const at = cursor(index + 1);
      const id = `c${which}`;
      switch (kind) {
        case "row":
        case "closed":
          return {
            cursor: at,
            type: "conversation.changed",
            row: row(id, next(`row ${id}`), kind === "closed" ? { state: "closed" } : {}),
          };
        case "message":
          return { cursor: at, type: "message.added", message: message(next("seq")) };
        case "note":
          return { cursor: at, type: "note.added", note: note(next("note")) };
        case "receipts":
          return { cursor: at, type: "receipts.changed", conversationId: "c1", receipts: receipts(next("receipts") + 1) };
        case "panel":
          return { cursor: at, type: "panel.changed", conversationId: "c1", panel: panel(next("panel") + 1) };
        case "colleague":
          return { cursor: at, type: "colleague.changed", userId: id, colleague: colleague(id, next(`who ${id}`)) };
        case "left":
          return { cursor: at, type: "colleague.changed", userId: id, colleague: null };
        default:
          return { cursor: at, type: "line.changed", line: { ...LINE, open: which === 1 } };
      }
    });
  });

/** The order of lists that screens sort themselves. */
const seen = ({ rows, colleagues, ...desk }: DeskView) => ({
  ...desk,
  rows: new Set(rows.map((r) => JSON.stringify(r))),
  colleagues: new Set(colleagues.map((c) => JSON.stringify(c))),
});

describe("any replay", () => {
  it("of anything already heard, at any moment, yields the same screens", () => {
    fc.assert(
      fc.property(logs, fc.array(fc.nat(), { maxLength: 60 }), (log, replays) => {
        const churned = log.flatMap((event, index) => [
          event,
          ...replays.filter((n) => n % log.length <= index).map((n) => log[n % (index + 1)]!),
        ]);
        expect(churned.reduce(applyDeskEvent, DESK)).toEqual(log.reduce(applyDeskEvent, DESK));
        expect(churned.reduce(applyThread, THREAD)).toEqual(log.reduce(applyThread, THREAD));
      }),
    );
  });

  it("into a snapshot that is younger than its cursor yields the same screens", () => {
    fc.assert(
      fc.property(logs, fc.nat(), fc.nat(), (log, a, b) => {
        const [from, to] = [a % (log.length + 1), b % (log.length + 1)].sort((x, y) => x - y) as [number, number];
        const young = { ...log.slice(0, to).reduce(applyDeskEvent, DESK), cursor: cursor(from) };
        expect(seen(log.slice(from).reduce(applyDeskEvent, { ...young }))).toEqual(seen(log.reduce(applyDeskEvent, DESK)));
        const thread = { ...log.slice(0, to).reduce(applyThread, THREAD), cursor: cursor(from) };
        expect(log.slice(from).reduce(applyThread, thread)).toEqual(log.reduce(applyThread, THREAD));
      }),
    );
  });

  it("moves the place in the log forward only", () => {
    expect(heardUpTo(DESK, cursor(7)).cursor).toBe(cursor(7));
    expect(heardUpTo({ ...DESK, cursor: cursor(9) }, cursor(7)).cursor).toBe(cursor(9));
  });
});
