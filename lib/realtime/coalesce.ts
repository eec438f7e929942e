import { assertNever } from "@/lib/contract/assert-never";
import type { Room, StoredEvent } from "@/lib/contract/events";
import type { LoggedEvent } from "@/lib/core/event-log";

/**
 * Of several announcements of one thing in a batch, the first and the last are enough: what is delivered is read at delivery and so is
 * the newest for all of them. The first, so that a conversation comes before the messages in it; the last, because a thread whose own
 * cursor lies between the two has to drop the first. Whoever was to hear one of them hears both.
 */
export function coalesce(batch: readonly LoggedEvent[]): LoggedEvent[] {
  const rooms = new Map<string, Set<Room>>();
  const last = new Map<string, LoggedEvent>();
  const first = new Map<string, LoggedEvent>();
  for (const logged of batch) {
    const key = keyOf(logged.event);
    if (!first.has(key)) first.set(key, logged);
    last.set(key, logged);
    const known = rooms.get(key) ?? new Set();
    for (const room of logged.rooms) known.add(room);
    rooms.set(key, known);
  }
  return batch.flatMap((logged) => {
    const key = keyOf(logged.event);
    return logged === first.get(key) || logged === last.get(key) ? [{ ...logged, rooms: [...rooms.get(key)!] }] : [];
  });
}

/** What an event announces. */
function keyOf(event: StoredEvent): string {
  switch (event.type) {
    case "conversation.changed":
    case "receipts.changed":
    case "panel.changed":
      return `${event.type} ${event.conversationId}`;
    case "message.added":
      return `${event.type} ${event.messageId}`;
    case "note.added":
      return `${event.type} ${event.noteId}`;
    case "colleague.changed":
    case "account.changed":
      return `${event.type} ${event.userId}`;
    case "session.revoked":
      return `${event.type} ${event.sessionId}`;
    case "line.changed":
      return event.type;
    default:
      return assertNever(event);
  }
}
