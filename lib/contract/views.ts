import type { DangerAnswers, DangerLevel } from "./danger";
import type { Channel, Language, Role, Skill, Source } from "./roles";

/** An ISO 8601 instant in UTC. */
export type Instant = string;
export type ConversationState = "bot" | "waiting" | "active" | "closed";
export type EscalationReason = "user_request" | "danger_detected" | "fallback_limit" | "bot_error";
export interface PersonRef {
  id: string;
  name: string;
}

/** One line of the desk. The same for everyone, but `preview` and `unread`, which only those who may read it receive. */
export interface ConversationRow {
  id: string;
  /** Grows with every change of the row; the reducer ignores an older one. */
  version: number;
  /** The readable number: the visitor's pseudonym is made from it ("Visiteur 4217"). */
  number: number;
  channel: Channel;
  source: Source | null;
  state: ConversationState;
  danger: DangerLevel;
  skill: Skill;
  language: Language;
  /** Motif code of the taxonomy, as oriented by the bot. */
  topic: string | null;
  reason: EscalationReason | null;
  createdAt: Instant;
  /** Since when a person is waited for; kept when an offer comes back. */
  waitingSince: Instant | null;
  offer: { to: PersonRef; expiresAt: Instant } | null;
  /** How many people let it pass so far. */
  letPass: number;
  counsellor: PersonRef | null;
  relay: { id: string; from: PersonRef; to: PersonRef | null; skill: Skill | null; since: Instant } | null;
  lastMessageAt: Instant;
  /** The visitor's last word when nobody has answered it yet: "without answer since". */
  unansweredSince: Instant | null;
  closedAt: Instant | null;
  /** First words of the last message, for those who may read the conversation; null for the others. */
  preview: string | null;
  /** Messages of the visitor that the counsellor has not read. */
  unread: number;
}

export interface QuickReply {
  title: string;
  payload: string;
}

export type MessageAuthor =
  { kind: "visitor" } | { kind: "bot" } | { kind: "counsellor"; id: string; name: string } | { kind: "system" };

/** What a system line says; the words are in messages/ (`markers.<code>`). */
export type MarkerCode =
  "person-asked" | "taken" | "handed-over" | "back-in-queue" | "closed" | "closed-by-visitor" | "closed-hours";

export interface MessageView {
  id: string;
  conversationId: string;
  /** Gapless within the conversation, from 1. */
  seq: number;
  at: Instant;
  author: MessageAuthor;
  text: string;
  marker: { code: MarkerCode; name: string | null } | null;
  quickReplies: QuickReply[];
  /** The id the sender's browser gave it; joins an optimistic line with its stored one. */
  clientId: string | null;
}

/** Internal, never sent outwards: another table, another type (design.md §1.8). */
export interface NoteView {
  id: string;
  conversationId: string;
  at: Instant;
  author: PersonRef;
  text: string;
  clientId: string;
}

/** How far each side has received and read, as message seqs. */
export interface Receipts {
  version: number;
  visitorDelivered: number;
  visitorRead: number;
  counsellorRead: number;
}

export interface DangerChange {
  id: string;
  at: Instant;
  from: DangerLevel;
  to: DangerLevel;
  by: { kind: "bot" } | { kind: "rule" } | { kind: "person"; id: string; name: string };
  answers: DangerAnswers;
  reason: string | null;
}

export interface TagView {
  axis: string;
  code: string;
  by: PersonRef;
  at: Instant;
}

/** The side panel. */
export interface PanelView {
  version: number;
  danger: { level: DangerLevel; answers: DangerAnswers; history: DangerChange[] };
  case: { id: string; number: string } | null;
  tags: TagView[];
  /** What the bot collected, if offered freely: taxonomy codes. */
  facts: { role: string | null; age: string | null; platforms: string[] };
  previous: {
    id: string;
    number: number;
    closedAt: Instant | null;
    createdAt: Instant;
    danger: DangerLevel;
    topic: string | null;
    readable: boolean;
  }[];
  feedback: { helped: boolean | null; again: boolean | null } | null;
  relayBrief: string | null;
  /** Why this person was chosen: the stored decision. */
  why: RoutingExplanation | null;
}

export interface RoutingExplanation {
  at: Instant;
  chosen: PersonRef | null;
  /** Chosen by the rules, or by a person: who took it, or who re-assigned it. */
  how: "offered" | "took" | "reassigned";
  by: PersonRef | null;
  /** What the conversation asked for. */
  skill: Skill;
  /** Nobody on duty has that skill: whoever listens was asked instead. */
  skillFallback: boolean;
  /** In order; the first is the chosen one. `excluded` says why a person was no candidate. */
  candidates: {
    person: PersonRef;
    load: number;
    capacity: number;
    idleSince: Instant | null;
    skillMatch: boolean;
    languageMatch: boolean;
    letPass: boolean;
  }[];
  excluded: { person: PersonRef; why: "not-on-duty" | "not-present" | "paused" | "full" | "skill" | "let-pass" }[];
}

/** A conversation as its counsellor or a supervisor reads it. */
export interface ThreadView {
  cursor: string;
  row: ConversationRow;
  messages: MessageView[];
  /** There are older messages before `messages[0].seq`. */
  more: boolean;
  notes: NoteView[];
  receipts: Receipts;
  panel: PanelView;
  draft: DraftView | null;
  /** What the reader may do here, from the permission sheet. */
  can: {
    reply: boolean;
    note: boolean;
    take: boolean;
    release: boolean;
    relay: boolean;
    close: boolean;
    lower: boolean;
    tag: boolean;
  };
}

export interface DraftView {
  mode: "reply" | "note";
  text: string;
  updatedAt: Instant;
}

/** A colleague on the desk. */
export interface ColleagueView {
  id: string;
  /** Grows with every change of presence. */
  version: number;
  name: string;
  roles: Role[];
  skills: Skill[];
  onDuty: boolean;
  presence: "available" | "paused" | "away";
  load: number;
  capacity: number;
}

export interface CannedReplyView {
  id: string;
  shortcut: string;
  title: string;
  text: string;
  language: Language;
}

export interface LineView {
  open: boolean;
  /** When people are back, if closed. */
  nextOpening: Instant | null;
  /** When the line closes today, if open and not around the clock. */
  closesAt: Instant | null;
  aroundTheClock: boolean;
}

/** Everything the desk shows at first sight, taken after its cursor (design.md §4). */
export interface DeskView {
  cursor: string;
  now: Instant;
  me: {
    id: string;
    name: string;
    roles: Role[];
    skills: Skill[];
    presence: "available" | "paused" | "away";
    capacity: number;
    onDuty: boolean;
  };
  rows: ConversationRow[];
  colleagues: ColleagueView[];
  line: LineView;
  settings: { ageingMinutes: number; offerSeconds: number; maskPreviews: boolean };
}

/** What the visitor sees of their conversation. */
export interface VisitorView {
  cursor: string;
  now: Instant;
  conversation: VisitorConversation | null;
  messages: MessageView[];
  receipts: Receipts;
  wait: WaitView | null;
  line: LineView;
  numbers: EmergencyNumbers;
  /** Where "Quitter vite" leads: an ordinary page that explains itself to whoever looks over a shoulder. */
  exitUrl: string;
}

export interface VisitorConversation {
  id: string;
  version: number;
  state: ConversationState;
  counsellorName: string | null;
  language: Language;
  /** F3 or F4: the emergency numbers stand in the thread until a person is there. The level itself is not told. */
  urgent: boolean;
  feedbackGiven: boolean;
  closedAt: Instant | null;
}

/** An honest wait: a place and a range in minutes from real capacity; `range` is null when nobody can say. */
export interface WaitView {
  place: number;
  range: { min: number; max: number } | null;
}

/** Settings, checked by the helpline (domain.md §6). */
export interface EmergencyNumbers {
  police: string;
  medical: string;
  european: string;
  sms: string;
  childProtection: string;
  suicide: string;
  victims: string;
}
