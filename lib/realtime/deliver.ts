import { assertNever } from "@/lib/contract/assert-never";
import type { DeskEvent, VisitorEvent } from "@/lib/contract/events";
import { mayConversation } from "@/lib/contract/permissions";
import type { LoggedEvent } from "@/lib/core/event-log";
import { log } from "@/lib/core/log";
import { coalesce } from "./coalesce";
import { needsOf, present, type Wire } from "./present";
import { threadRoom } from "./rooms";
import { Shelf, type Means, type Need } from "./shelf";
import { socketsIn, type LiveServer, type LiveSocket } from "./socket-types";
import type { Follower, Handing } from "./tail";

/** What a batch means besides what is sent. */
export interface Consequences {
  /** Sessions that ended. */
  sessionRevoked: (sessionId: string) => void;
  accountChanged: (userId: string) => void;
  /** The queue, or who is there for it, may be another one. */
  queueTouched: () => void;
  /** A thread may not be read any more by whoever watches it. */
  watchLost: (socket: LiveSocket) => void;
}

/**
 * Hands batches of the log to this process's sockets. What they need is read once for all of them, and everybody who gets the same is
 * served by one emit: 48 desks hear a row in two classes, not 48.
 */
export function delivery(io: LiveServer, means: Means, consequences: Consequences): Follower {
  return (batch): Handing => {
    const events = coalesce(batch);
    const shelf = new Shelf(means);
    const missing = () => events.flatMap((logged) => needsHere(io, logged)).filter((need) => !shelf.has(need));
    return {
      ready: () => missing().length === 0,
      fill: () => shelf.fill(missing()),
      emit: () => {
        for (const { ids, wires } of classes(hearings(io, events), shelf)) io.to(ids).emit("events", wires);
        for (const { event } of events) follow(io, event, shelf, consequences);
      },
    };
  };
}

/**
 * What must be read for those who hear this event here. Asked several times a batch, so not of all 48 desks: a room has hearers of one
 * kind (rooms.ts), and all of a kind need the same, but for the side panel, which is each reader's own.
 */
function needsHere(io: LiveServer, logged: LoggedEvent): Need[] {
  const needs: Need[] = [];
  for (const room of logged.rooms) {
    for (const { data } of socketsIn(io, room)) {
      needs.push(...needsOf(logged, data.hearer));
      if (logged.event.type !== "panel.changed") break;
    }
  }
  return needs;
}

/** Which sockets hear which of these events. */
function hearings(io: LiveServer, events: readonly LoggedEvent[]): Map<LiveSocket, LoggedEvent[]> {
  const heard = new Map<LiveSocket, LoggedEvent[]>();
  for (const logged of events) {
    const sockets = new Set(logged.rooms.flatMap((room) => [...socketsIn(io, room)]));
    for (const socket of sockets) {
      const own = heard.get(socket);
      if (own) own.push(logged);
      else heard.set(socket, [logged]);
    }
  }
  return heard;
}

interface Class {
  ids: string[];
  wires: (DeskEvent | VisitorEvent)[];
}

function classes(heard: Map<LiveSocket, LoggedEvent[]>, shelf: Shelf): Iterable<Class> {
  const found = new Map<string, Class>();
  for (const [socket, events] of heard) {
    const wires = events.map((logged) => presentOrNothing(logged, socket, shelf)).filter((wire) => wire !== null);
    if (wires.length === 0) continue;
    const key = wires.map((wire) => `${wire.event.cursor} ${wire.class}`).join("|");
    const known = found.get(key);
    if (known) known.ids.push(socket.id);
    else found.set(key, { ids: [socket.id], wires: wires.map((wire) => wire.event) });
  }
  return found.values();
}

/** One event that cannot be shown (a damaged row) must not keep the others from anybody. */
function presentOrNothing(logged: LoggedEvent, socket: LiveSocket, shelf: Shelf): Wire {
  try {
    return present(logged, socket.data.hearer, shelf);
  } catch (error) {
    log.error({ err: error, cursor: logged.cursor, event: logged.event.type }, "an event could not be shown");
    return null;
  }
}

function follow(io: LiveServer, event: LoggedEvent["event"], shelf: Shelf, consequences: Consequences): void {
  switch (event.type) {
    case "session.revoked":
      return consequences.sessionRevoked(event.sessionId);
    case "account.changed":
      return consequences.accountChanged(event.userId);
    case "conversation.changed":
      remember(io, event.conversationId, shelf, consequences);
      return consequences.queueTouched();
    case "colleague.changed":
    case "line.changed":
      return consequences.queueTouched();
    case "message.added":
    case "receipts.changed":
    case "note.added":
    case "panel.changed":
      return;
    default:
      return assertNever(event);
  }
}

/** What the gateway knows of a conversation follows it: who may go on watching, and what its visitor waits for. */
function remember(io: LiveServer, conversationId: string, shelf: Shelf, consequences: Consequences): void {
  const subject = shelf.subject(conversationId);
  if (!subject) return;
  for (const socket of [...socketsIn(io, threadRoom(conversationId))]) {
    if (!mayConversation(socket.data.hearer.actor, "conversation.read", subject)) consequences.watchLost(socket);
    else if (socket.data.watching?.conversationId === conversationId) socket.data.watching.subject = subject;
  }
  for (const socket of socketsIn(io, `visitor:${subject.contactId}`)) {
    const { chat } = socket.data;
    // UUIDv7: a later conversation has a greater id.
    if (!chat || chat.conversationId <= conversationId) socket.data.chat = { conversationId, state: subject.state };
  }
}
