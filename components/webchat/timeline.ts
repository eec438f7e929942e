import type { MessageAuthor, MessageView, QuickReply, VisitorConversation, VisitorView } from "@/lib/contract/views";
import { notYetStored } from "@/lib/contract/apply-event";
import { parisTime } from "./paris-time";

/** Why a line has not left yet: will go by itself (the first two), or needs the person. */
export type UnsentReason = "offline" | "unavailable" | "refused";

/** How far a word of one's own has come; each has its words in `chat.states`. */
export type MineState = "sending" | "sent" | "delivered" | "read" | UnsentReason;

/** A line of the person's own that is not yet among the stored messages. */
export interface PendingLine {
  clientId: string;
  text: string;
  at: string;
  state: "sending" | "sent" | UnsentReason;
}

/** What the bot says before the first word; not stored, because nobody has written yet. */
export interface WelcomeMessage {
  text: string;
  quickReplies: QuickReply[];
}

export type Line =
  | { kind: "day"; key: string; day: number }
  | { kind: "marker"; key: string; code: NonNullable<MessageView["marker"]>["code"]; name: string | null }
  | {
      kind: "message";
      key: string;
      author: MessageAuthor;
      text: string;
      at: string | null;
      /** The first of several in a row of one author says who it is. */
      first: boolean;
      mine: { clientId: string; state: MineState; shown: boolean } | null;
    };

/** The bot offers a person in every turn, for the channels that have buttons only there; the chat has its own, always in one place. */
const PERSON = "person";

type Thread = Pick<VisitorView, "conversation" | "messages" | "receipts">;

/** What the person sees, top to bottom: welcome, stored messages by seq, then what has not left yet. */
export function timeline(thread: Thread, pending: readonly PendingLine[], welcome: readonly WelcomeMessage[]): Line[] {
  const unsent = notYetStored(pending, thread.messages);
  const greeting = startsHere(thread) ? welcome : [];
  // On its first turn the bot says again what it is, for those who have no page to read it on.
  const news = thread.messages.filter((message) => !isRepeated(message, greeting));
  const lines = [
    ...greeting.map(welcomeLine),
    ...withDays(news, (message) => storedLine(message, thread)),
    ...unsent.map(pendingLine),
  ];
  return showLastState(markFirst(lines));
}

/** Answers that can be tapped now: those of the bot's last word, as long as nothing was written after it. */
export function openQuickReplies(
  thread: Thread,
  pending: readonly PendingLine[],
  welcome: readonly WelcomeMessage[],
): QuickReply[] {
  return offeredReplies(thread, pending, welcome).filter((reply) => reply.payload !== PERSON);
}

function offeredReplies(thread: Thread, pending: readonly PendingLine[], welcome: readonly WelcomeMessage[]): QuickReply[] {
  const { conversation, messages } = thread;
  if (notYetStored(pending, messages).length > 0) return [];
  if (conversation === null || messages.length === 0) return welcome.at(-1)?.quickReplies ?? [];
  if (conversation.state === "active" || conversation.state === "closed") return [];
  const last = messages.findLast((message) => message.author.kind !== "system");
  return last?.author.kind === "bot" ? last.quickReplies : [];
}

/** True from the person's word to the bot's, while the bot is the one who answers. */
export function botIsAnswering(thread: Thread, pending: readonly PendingLine[]): boolean {
  if (thread.conversation !== null && thread.conversation.state !== "bot") return false;
  const unsent = notYetStored(pending, thread.messages);
  if (unsent.length > 0) return unsent.every((line) => line.state === "sending" || line.state === "sent");
  return thread.messages.findLast((message) => message.author.kind !== "system")?.author.kind === "visitor";
}

/**
 * How far a stored word of the person has come. Sent: it is in the database. Delivered: it is before somebody, the bot that answered
 * it or the person who has the conversation. Read: a person had it on the screen.
 */
export function mineState(seq: number, { conversation, messages, receipts }: Thread): MineState {
  if (receipts.counsellorRead >= seq) return "read";
  const answered = messages.some(
    (other) => other.seq > seq && (other.author.kind === "bot" || other.author.kind === "counsellor"),
  );
  return answered || isWithSomebody(conversation) ? "delivered" : "sent";
}

function isWithSomebody(conversation: VisitorConversation | null): boolean {
  return conversation?.state === "active";
}

/** The very beginning is loaded, or nothing is: the welcome stands above it. */
function startsHere({ messages: [first] }: Thread): boolean {
  return !first || (first.seq === 1 && first.author.kind !== "bot");
}

function isRepeated({ author, text }: MessageView, greeting: readonly WelcomeMessage[]): boolean {
  return author.kind === "bot" && greeting.some((said) => said.text === text);
}

function welcomeLine({ text }: WelcomeMessage, index: number): Line {
  return { kind: "message", key: `welcome-${index}`, author: { kind: "bot" }, text, at: null, first: true, mine: null };
}

function storedLine(message: MessageView, thread: Thread): Line {
  const { seq, author, text, at, marker, clientId } = message;
  if (marker) return { kind: "marker", key: `m${seq}`, ...marker };
  const mine = author.kind === "visitor" ? { clientId: clientId ?? "", state: mineState(seq, thread), shown: false } : null;
  // The optimistic line and the stored one are the same line on the screen.
  return { kind: "message", key: mine && clientId ? clientId : `m${seq}`, author, text, at, first: true, mine };
}

function pendingLine({ clientId, text, at, state }: PendingLine): Line {
  const mine = { clientId, state, shown: false };
  return { kind: "message", key: clientId, author: { kind: "visitor" }, text, at, first: true, mine };
}

function withDays(messages: readonly MessageView[], line: (message: MessageView) => Line): Line[] {
  let before: number | null = null;
  return messages.flatMap((message) => {
    const { day } = parisTime(message.at);
    const heading: Line[] = before !== null && day !== before ? [{ kind: "day", key: `d${day}`, day }] : [];
    before = day;
    return [...heading, line(message)];
  });
}

function markFirst(lines: readonly Line[]): Line[] {
  return lines.map((line, index) => {
    const above = lines[index - 1];
    if (line.kind !== "message" || above?.kind !== "message") return line;
    return { ...line, first: authorKey(above.author) !== authorKey(line.author) };
  });
}

/** One state says it for those above it: under the last stored word of one's own, and under the last of several that wait alike. */
function showLastState(lines: readonly Line[]): Line[] {
  const stored = lines.findLast((line) => line.kind === "message" && line.mine !== null && isStored(line.mine.state));
  return lines.map((line, index) => {
    if (line.kind !== "message" || line.mine === null) return line;
    const below = lines[index + 1];
    const said = below?.kind === "message" && below.mine?.state === line.mine.state && line.mine.state !== "refused";
    return { ...line, mine: { ...line.mine, shown: isStored(line.mine.state) ? line === stored : !said } };
  });
}

function isStored(state: MineState): boolean {
  return state === "sent" || state === "delivered" || state === "read";
}

function authorKey(author: MessageAuthor): string {
  return author.kind === "counsellor" ? author.name : author.kind;
}
