import type { DefaultEventsMap, Server, Socket } from "socket.io";
import type { ClientToServer, DeskEvent, ServerToDesk, ServerToVisitor, VisitorEvent } from "@/lib/contract/events";
import type { ConversationSubject } from "@/lib/contract/permissions";
import type { ConversationState, WaitView } from "@/lib/contract/views";
import type { Activity } from "./activity-notice";
import type { Hearer } from "./rooms";

/** Both audiences share one namespace; `present` alone decides who gets what. */
type ServerToClient = Omit<ServerToDesk, "events"> &
  Omit<ServerToVisitor, "events"> & { events: (batch: (DeskEvent | VisitorEvent)[]) => void };

/** What the gateway keeps of a socket: small, because there are thousands. */
export interface SocketData {
  hearer: Hearer;
  /** Of a desk: asked about again and again, because a session can end. */
  cookie: string | null;
  /** Grows with every `watch`: of two under way, the later one counts. */
  watchCount: number;
  watching: { conversationId: string; contactId: string; subject: ConversationSubject } | null;
  /** A visitor's latest conversation. */
  chat: { conversationId: string; state: ConversationState } | null;
  /** The wait last told to this visitor. */
  wait: WaitView | null;
  activity: { notice: Activity; typingUntil: number } | null;
  budget: { tokens: number; at: number };
}

export type LiveServer = Server<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>;
export type LiveSocket = Socket<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>;

/** Sockets that are in step and hear the heartbeat. */
export const IN_STEP = "in-step";

/** The sockets of this process in a room. */
export function* socketsIn(io: LiveServer, room: string): Generator<LiveSocket> {
  for (const id of io.sockets.adapter.rooms.get(room) ?? []) {
    const socket = io.sockets.sockets.get(id);
    if (socket) yield socket;
  }
}
