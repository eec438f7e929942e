import type { Cursor } from "./cursor";
import type {
  ColleagueView,
  ConversationRow,
  LineView,
  MessageView,
  NoteView,
  PanelView,
  Receipts,
  VisitorConversation,
  WaitView,
} from "./views";

/** Grows when a wire event changes shape; a client of another version reloads its snapshot. */
export const PROTOCOL_VERSION = 1;

/** Who hears an event. Stored with it; the gateway computes which of them a hearer may join. */
export type Room =
  | "desk" // every row of the desk, every colleague
  | "line" // every visitor: whether the line is open
  | `conversation:${string}` // staff reading one thread
  | `visitor:${string}` // the person who writes (contact id)
  | `user:${string}` // one person who works here
  | `session:${string}`; // one session, to end its sockets

/** Everyone hears that the line opens or closes. */
export const LINE_HEARERS: Room[] = ["desk", "line"];

/** What the log stores: ids and versions, never content (design.md §4). */
export type StoredEvent =
  | { type: "conversation.changed"; conversationId: string; version: number }
  | { type: "message.added"; conversationId: string; seq: number; messageId: string }
  | { type: "receipts.changed"; conversationId: string; version: number }
  | { type: "note.added"; conversationId: string; noteId: string }
  | { type: "panel.changed"; conversationId: string; version: number }
  | { type: "colleague.changed"; userId: string; version: number }
  | { type: "line.changed" }
  | { type: "session.revoked"; sessionId: string }
  | { type: "account.changed"; userId: string };

/** What a desk receives. */
export type DeskEvent =
  | { cursor: Cursor; type: "conversation.changed"; row: ConversationRow }
  | { cursor: Cursor; type: "message.added"; message: MessageView }
  | { cursor: Cursor; type: "receipts.changed"; conversationId: string; receipts: Receipts }
  | { cursor: Cursor; type: "note.added"; note: NoteView }
  | { cursor: Cursor; type: "panel.changed"; conversationId: string; panel: PanelView }
  /** Null: no longer a colleague on the desk. */
  | { cursor: Cursor; type: "colleague.changed"; userId: string; colleague: ColleagueView | null }
  | { cursor: Cursor; type: "line.changed"; line: LineView };

/** What a visitor receives. */
export type VisitorEvent =
  | { cursor: Cursor; type: "conversation.changed"; conversation: VisitorConversation }
  | { cursor: Cursor; type: "message.added"; message: MessageView }
  | { cursor: Cursor; type: "receipts.changed"; conversationId: string; receipts: Receipts }
  | { cursor: Cursor; type: "line.changed"; line: LineView };

/** Someone looks at, or types in, a conversation: volatile, never logged; never what is typed. */
export interface ActivitySignal {
  conversationId: string;
  who: { kind: "visitor" } | { kind: "staff"; id: string; name: string };
  activity: "viewing" | "typing" | "gone";
  mode?: "reply" | "note";
}

/**
 * Why a snapshot is to be loaded again: the cursor is older than the kept log, the rights of the hearer are others now, or the page
 * is of another version of the software (only loading the page itself again helps).
 */
export type ResyncReason = "cursor" | "rights" | "protocol";

/** Why a socket is refused (`message` of the connect error). `busy`: try again later; the others: not before something changed. */
export const SOCKET_REFUSALS = ["not-signed-in", "invalid", "busy"] as const;
export type SocketRefusal = (typeof SOCKET_REFUSALS)[number];

export interface ServerToDesk {
  /** Logged events, in cursor order, as a batch; the client drops what is not after its cursor. */
  events: (batch: DeskEvent[]) => void;
  /** Catch-up is complete up to this cursor; repeated as a heartbeat so that the screen knows its age. */
  synced: (at: { cursor: Cursor; now: string }) => void;
  /** Reload the snapshot, keep the drafts. */
  resync: (why: ResyncReason) => void;
  activity: (signal: ActivitySignal) => void;
  /** A thread that was being watched may not be read any more. */
  unwatch: (conversationId: string) => void;
}

export interface ServerToVisitor {
  events: (batch: VisitorEvent[]) => void;
  synced: (at: { cursor: Cursor; now: string }) => void;
  resync: (why: ResyncReason) => void;
  activity: (signal: ActivitySignal) => void;
  /** Derived from the queue, so never logged: the place and the range, or null when not waiting. */
  wait: (wait: WaitView | null) => void;
}

/** The only things a client may say over the socket; all are volatile but `watch`, which is a catch-up. */
export interface ClientToServer {
  /** Hear one thread: answers the events since the thread's own cursor; the room is joined in the same tick. */
  watch: (
    thread: { conversationId: string; cursor: Cursor } | null,
    answer: (missed: { ok: true; events: DeskEvent[] } | { ok: false; resync: boolean }) => void,
  ) => void;
  typing: (signal: { conversationId: string; typing: boolean; mode?: "reply" | "note" }) => void;
  /** The visitor's screen has shown messages up to this seq is an HTTP write; this only says that the tab is visible. */
  visible: (visible: boolean) => void;
}

/** `auth` of the Socket.IO handshake. The session or visitor cookie says who; nothing secret is sent here. */
export interface Handshake {
  as: "desk" | "visitor";
  cursor: Cursor;
  v: number;
  /** The thread being watched, caught up with everything else on a reconnect. */
  watching?: string;
}
