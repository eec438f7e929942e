import { assertNever } from "@/lib/contract/assert-never";
import type { DeskEvent, VisitorEvent } from "@/lib/contract/events";
import { mayConversation } from "@/lib/contract/permissions";
import type { LoggedEvent } from "@/lib/core/event-log";
import { rowFor } from "@/lib/inbox/read-row";
import { seenByVisitor } from "@/lib/conversations/view";
import type { Hearer } from "./rooms";
import type { Need, Shelf } from "./shelf";

/**
 * What a hearer gets of a stored event (design.md §4): ids become views, read at delivery, under the hearer's rights at that moment.
 * Everybody of one class gets the same; null is nothing.
 */
export type Wire = { class: string; event: DeskEvent | VisitorEvent } | null;

/** What must be on the shelf before `present` can answer for this hearer. */
export function needsOf({ event }: LoggedEvent, hearer: Hearer): Need[] {
  const visitor = hearer.kind === "visitor";
  switch (event.type) {
    case "conversation.changed":
      return [
        { kind: "subject", id: event.conversationId },
        { kind: visitor ? "chat" : "row", id: event.conversationId },
      ];
    case "message.added":
      return [
        { kind: "subject", id: event.conversationId },
        { kind: "message", id: event.messageId },
      ];
    case "receipts.changed":
      return [{ kind: "receipts", id: event.conversationId }];
    case "note.added":
      return visitor
        ? []
        : [
            { kind: "subject", id: event.conversationId },
            { kind: "note", id: event.noteId },
          ];
    case "panel.changed":
      return visitor ? [] : [{ kind: "panel", id: event.conversationId, actor: hearer.actor }];
    case "colleague.changed":
      return visitor ? [] : [{ kind: "colleague", id: event.userId }];
    case "line.changed":
      return [{ kind: "line", id: "" }];
    case "session.revoked":
    case "account.changed":
      return [];
    default:
      return assertNever(event);
  }
}

/** One event for one hearer; the shelf holds what `needsOf` asked for. */
export function present(logged: LoggedEvent, hearer: Hearer, shelf: Shelf): Wire {
  return hearer.kind === "desk" ? forDesk(logged, hearer, shelf) : forVisitor(logged, hearer, shelf);
}

function forDesk({ cursor, event }: LoggedEvent, { actor }: Extract<Hearer, { kind: "desk" }>, shelf: Shelf): Wire {
  const all = (wire: DeskEvent): Wire => ({ class: "desk", event: wire });
  switch (event.type) {
    case "conversation.changed": {
      const row = shelf.row(event.conversationId);
      const shown = row && rowFor(actor, row);
      return shown && { class: shown === row.full ? "full" : "masked", event: { cursor, type: event.type, row: shown } };
    }
    case "message.added": {
      const message = mayRead(actor, event.conversationId, shelf) ? shelf.message(event.messageId) : null;
      return message && all({ cursor, type: event.type, message });
    }
    case "receipts.changed": {
      const { conversationId } = event;
      const receipts = mayRead(actor, conversationId, shelf) ? shelf.receipts(conversationId) : null;
      return receipts && all({ cursor, type: event.type, conversationId, receipts });
    }
    case "note.added": {
      const note = mayRead(actor, event.conversationId, shelf) ? shelf.note(event.noteId) : null;
      return note && all({ cursor, type: event.type, note });
    }
    case "panel.changed": {
      const { conversationId } = event;
      const panel = mayRead(actor, conversationId, shelf) ? shelf.panel(conversationId, actor) : null;
      return panel && { class: `own ${actor.id}`, event: { cursor, type: event.type, conversationId, panel } };
    }
    case "colleague.changed": {
      const { userId } = event;
      return all({ cursor, type: event.type, userId, colleague: shelf.colleague(userId) });
    }
    case "line.changed": {
      const line = shelf.line();
      return line && all({ cursor, type: event.type, line });
    }
    case "session.revoked":
    case "account.changed":
      return null;
    default:
      return assertNever(event);
  }
}

/** A visitor hears of their own conversation and of the line; never of notes, the panel or the people who work here. */
function forVisitor({ cursor, event }: LoggedEvent, { actor }: Extract<Hearer, { kind: "visitor" }>, shelf: Shelf): Wire {
  const wire = (event: VisitorEvent): Wire => ({ class: "visitor", event });
  switch (event.type) {
    case "conversation.changed": {
      const conversation = mayRead(actor, event.conversationId, shelf) ? shelf.chat(event.conversationId) : null;
      return conversation && wire({ cursor, type: event.type, conversation });
    }
    case "message.added": {
      const message = mayRead(actor, event.conversationId, shelf) ? shelf.message(event.messageId) : null;
      return message && wire({ cursor, type: event.type, message: seenByVisitor(message) });
    }
    case "receipts.changed": {
      const { conversationId } = event;
      const receipts = mayRead(actor, conversationId, shelf) ? shelf.receipts(conversationId) : null;
      return receipts && wire({ cursor, type: event.type, conversationId, receipts });
    }
    case "line.changed": {
      const line = shelf.line();
      return line && wire({ cursor, type: event.type, line });
    }
    case "note.added":
    case "panel.changed":
    case "colleague.changed":
    case "session.revoked":
    case "account.changed":
      return null;
    default:
      return assertNever(event);
  }
}

function mayRead(actor: Hearer["actor"], conversationId: string, shelf: Shelf): boolean {
  const subject = shelf.subject(conversationId);
  return subject !== null && mayConversation(actor, "conversation.read", subject);
}
