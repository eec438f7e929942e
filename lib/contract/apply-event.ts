import type { Actor } from "./actor";
import { assertNever } from "./assert-never";
import { canHere } from "./can-here";
import { isAfter, type Cursor } from "./cursor";
import type { DeskEvent, VisitorEvent } from "./events";
import type {
  ColleagueView,
  ConversationRow,
  DeskView,
  MessageView,
  NoteView,
  Receipts,
  ThreadView,
  VisitorConversation,
  VisitorView,
} from "./views";

/**
 * What an event does to what a screen shows (design.md §4). Pure: a screen, `verifyChange` and the churn test apply the same
 * functions. An event that is not after the cursor is dropped and an older version ignored, so that any replay changes nothing.
 */

/** What every conversation begins with. */
const FIRST_RECEIPTS: Receipts = { version: 1, visitorDelivered: 0, visitorRead: 0, counsellorRead: 0 };

/** The desk after an event. */
export function applyDeskEvent(desk: DeskView, event: DeskEvent): DeskView {
  if (!isAfter(event.cursor, desk.cursor)) return desk;
  const next = { ...desk, cursor: event.cursor };
  switch (event.type) {
    case "conversation.changed":
      return { ...next, rows: withRow(desk.rows, event.row) };
    case "colleague.changed":
      return withColleague(next, event.userId, event.colleague);
    case "line.changed":
      return { ...next, line: event.line };
    case "message.added":
    case "receipts.changed":
    case "note.added":
    case "panel.changed":
      return next;
    default:
      return assertNever(event);
  }
}

/** One thread after an event. What the reader may do follows the row. */
export function applyThreadEvent(thread: ThreadView, event: DeskEvent, me: Actor): ThreadView {
  if (!isAfter(event.cursor, thread.cursor)) return thread;
  const next = { ...thread, cursor: event.cursor };
  switch (event.type) {
    case "conversation.changed":
      return isNews(thread.row, event.row) ? { ...next, row: event.row, can: canHere(me, event.row) } : next;
    case "message.added":
      return concerns(thread, event.message)
        ? { ...next, messages: withMessage(thread.messages, event.message, thread.more) }
        : next;
    case "note.added":
      return concerns(thread, event.note) ? { ...next, notes: withNote(thread.notes, event.note) } : next;
    case "receipts.changed":
      return concerns(thread, event) && event.receipts.version >= thread.receipts.version
        ? { ...next, receipts: event.receipts }
        : next;
    case "panel.changed":
      return concerns(thread, event) && event.panel.version >= thread.panel.version ? { ...next, panel: event.panel } : next;
    case "colleague.changed":
    case "line.changed":
      return next;
    default:
      return assertNever(event);
  }
}

/** The visitor's chat after an event. */
export function applyVisitorEvent(chat: VisitorView, event: VisitorEvent): VisitorView {
  if (!isAfter(event.cursor, chat.cursor)) return chat;
  const next = { ...chat, cursor: event.cursor };
  switch (event.type) {
    case "conversation.changed":
      return withConversation(next, event.conversation);
    case "message.added":
      return event.message.conversationId === chat.conversation?.id
        ? { ...next, messages: withMessage(chat.messages, event.message, false) }
        : next;
    case "receipts.changed":
      return event.conversationId === chat.conversation?.id && event.receipts.version >= chat.receipts.version
        ? { ...next, receipts: event.receipts }
        : next;
    case "line.changed":
      return { ...next, line: event.line };
    default:
      return assertNever(event);
  }
}

/** Everything up to `cursor` has been heard; nothing but the place in the log changes. */
export function heardUpTo<State extends { cursor: Cursor }>(state: State, cursor: Cursor): State {
  return isAfter(cursor, state.cursor) ? { ...state, cursor } : state;
}

/**
 * Puts a message in its place: by seq, once. Also for the answer of a send, which may overtake the event.
 * @param more there are older ones that are not loaded: what lies before the first is one of them
 */
export function withMessage(messages: readonly MessageView[], message: MessageView, more: boolean): MessageView[] {
  const first = messages[0];
  if (more && first && message.seq < first.seq) return [...messages];
  const at = messages.findLastIndex((other) => other.seq <= message.seq);
  const known = messages[at]?.seq === message.seq;
  return [...messages.slice(0, known ? at : at + 1), message, ...messages.slice(at + 1)];
}

/** Lines of one's own that are not stored yet, or whose stored message has not arrived: joined by the id the browser gave. */
export function notYetStored<Line extends { clientId: string }>(
  lines: readonly Line[],
  stored: readonly { clientId: string | null }[],
): Line[] {
  const known = new Set(stored.map(({ clientId }) => clientId));
  return lines.filter((line) => !known.has(line.clientId));
}

/** The desk shows what is open; a closed conversation leaves it. */
function withRow(rows: readonly ConversationRow[], row: ConversationRow): ConversationRow[] {
  const known = rows.find((other) => other.id === row.id);
  if (known && known.version > row.version) return [...rows];
  const others = rows.filter((other) => other.id !== row.id);
  if (row.state === "closed") return others;
  return known ? rows.map((other) => (other.id === row.id ? row : other)) : [...others, row];
}

function withColleague(desk: DeskView, userId: string, colleague: ColleagueView | null): DeskView {
  const known = desk.colleagues.find((other) => other.id === userId);
  if (colleague === null) return { ...desk, colleagues: desk.colleagues.filter((other) => other.id !== userId) };
  if (known && known.version > colleague.version) return desk;
  const { name, roles, skills, presence, capacity, onDuty } = colleague;
  return {
    ...desk,
    colleagues: known ? desk.colleagues.map((other) => (other === known ? colleague : other)) : [...desk.colleagues, colleague],
    me: desk.me.id === userId ? { ...desk.me, name, roles, skills, presence, capacity, onDuty } : desk.me,
  };
}

function withNote(notes: readonly NoteView[], note: NoteView): NoteView[] {
  const others = notes.filter((other) => other.id !== note.id);
  const at = others.findLastIndex((other) => other.at < note.at || (other.at === note.at && other.id < note.id));
  return [...others.slice(0, at + 1), note, ...others.slice(at + 1)];
}

/** Ids are UUIDv7, in order of creation: a newer conversation replaces a closed one, an event about a former one is no news. */
function withConversation(chat: VisitorView, conversation: VisitorConversation): VisitorView {
  const known = chat.conversation;
  if (known && known.id === conversation.id && known.version > conversation.version) return chat;
  if (known && known.id > conversation.id) return chat;
  const wait = conversation.state === "waiting" ? chat.wait : null;
  if (known?.id === conversation.id) return { ...chat, conversation, wait };
  return { ...chat, conversation, wait, messages: [], receipts: FIRST_RECEIPTS };
}

function concerns(thread: ThreadView, what: { conversationId: string }): boolean {
  return what.conversationId === thread.row.id;
}

function isNews(known: ConversationRow, row: ConversationRow): boolean {
  return known.id === row.id && row.version >= known.version;
}
