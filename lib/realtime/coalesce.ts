import { assertNever } from "@/lib/contract/assert-never";
import type { StoredEvent } from "@/lib/contract/events";
import type { LoggedEvent } from "@/lib/core/event-log";

/**
 * Of several announcements of one thing in a batch, one is enough: what is delivered is read at delivery and so is the newest for all
 * of them. The first place is kept, so that a conversation comes before the messages in it; whoever was to hear one of them hears it.
 */
export function coalesce(batch: readonly LoggedEvent[]): LoggedEvent[] {
  const first = new Map<string, LoggedEvent>();
  for (const logged of batch) {
    const key = keyOf(logged.event);
    const known = first.get(key);
    const rooms = known ? [...new Set([...known.rooms, ...logged.rooms])] : logged.rooms;
    first.set(key, { ...(known ?? logged), rooms });
  }
  return [...first.values()];
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
