import type { Actor } from "@/lib/contract/actor";
import type {
  ColleagueView,
  ConversationRow,
  DeskView,
  LineView,
  MessageView,
  NoteView,
  PanelView,
  ThreadView,
  VisitorView,
} from "@/lib/contract/views";

/** Views as small as they can be, for tests of what is done with them. */

const AT = "2026-11-24T14:00:00.000Z";
export const LINE: LineView = { open: true, nextOpening: null, closesAt: null, aroundTheClock: true };
export const ME: Actor = {
  kind: "staff",
  id: "me",
  name: "Awa",
  roles: ["listener"],
  skills: ["listening"],
  sessionId: "s",
  secondFactorMissing: false,
};
export const cursor = (n: number) => `700:${n}`;

export const row = (id: string, version: number, given: Partial<ConversationRow> = {}): ConversationRow => ({
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
export const message = (seq: number, conversationId = "c1"): MessageView => ({
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
export const note = (n: number): NoteView => ({
  id: `n${n}`,
  conversationId: "c1",
  at: AT,
  author: { id: "me", name: "Awa" },
  text: "",
  clientId: `${n}`,
});
export const panel = (version: number): PanelView => ({
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
export const receipts = (version: number) => ({ version, visitorDelivered: version, visitorRead: 0, counsellorRead: 0 });
export const colleague = (id: string, version: number): ColleagueView => ({
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
export const DESK: DeskView = {
  cursor: cursor(0),
  now: AT,
  me: { id: "me", name: "Awa", roles: ["listener"], skills: [], presence: "away", capacity: 3, onDuty: true },
  rows: [],
  colleagues: [],
  line: LINE,
  settings: { ageingMinutes: 20, offerSeconds: 45, maskPreviews: false },
};
export const THREAD: ThreadView = {
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
export const CHAT: VisitorView = {
  cursor: cursor(0),
  now: AT,
  conversation: null,
  messages: [],
  receipts: receipts(1),
  wait: null,
  line: LINE,
  numbers: { police: "", medical: "", european: "", sms: "", childProtection: "", suicide: "", victims: "" },
} as unknown as VisitorView;
