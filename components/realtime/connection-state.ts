import { assertNever } from "@/lib/contract/assert-never";
import type { SocketRefusal } from "@/lib/contract/events";

export type Phase =
  /** Not yet in step with the server. */
  | "connecting"
  | "live"
  /** Was live; trying to come back. */
  | "reconnecting"
  /** The browser itself says that there is no network. */
  | "offline"
  /** The session has ended: sign in again. */
  | "signed-out"
  /** The page is of another version of the software: it must be loaded again. */
  | "outdated";

export interface Connection {
  phase: Phase;
  /** Milliseconds of this device's clock when the server last said that nothing is missing. */
  syncedAt: number | null;
}

export type ConnectionEvent =
  | { type: "synced"; at: number }
  | { type: "lost" }
  | { type: "offline" }
  | { type: "online" }
  | { type: "refused"; why: SocketRefusal }
  | { type: "outdated" };

/** The server says "in step" every five seconds; three missing ones are not an accident. */
export const STALE_AFTER_MS = 15_000;

export const NOT_YET: Connection = { phase: "connecting", syncedAt: null };

/** The connection after an event. Only loading the page again leads out of `outdated`. */
export function nextConnection(connection: Connection, event: ConnectionEvent): Connection {
  if (connection.phase === "outdated") return connection;
  switch (event.type) {
    case "synced":
      return { phase: "live", syncedAt: event.at };
    case "lost":
      return connection.phase === "offline" || connection.phase === "signed-out"
        ? connection
        : { ...connection, phase: connection.syncedAt === null ? "connecting" : "reconnecting" };
    case "offline":
      return { ...connection, phase: "offline" };
    case "online":
      return connection.phase === "offline"
        ? { ...connection, phase: connection.syncedAt === null ? "connecting" : "reconnecting" }
        : connection;
    case "refused":
      return event.why === "busy" ? nextConnection(connection, { type: "lost" }) : { ...connection, phase: "signed-out" };
    case "outdated":
      return { ...connection, phase: "outdated" };
    default:
      return assertNever(event);
  }
}

/** Milliseconds since nothing was missing; null before the first time. */
export function ageOf(connection: Connection, now: number): number | null {
  return connection.syncedAt === null ? null : Math.max(0, now - connection.syncedAt);
}

/** What is on the screen may be old: say so. */
export function isStale(connection: Connection, now: number): boolean {
  const age = ageOf(connection, now);
  return connection.phase !== "live" || age === null || age > STALE_AFTER_MS;
}
