import type { Actor } from "./actor";
import { mayConversation, type ConversationSubject } from "./permissions";
import type { ConversationRow, ThreadView } from "./views";

/** What the permission sheet asks about, from a row; whose conversation it is, only the server knows. */
function subjectOfRow(row: ConversationRow): ConversationSubject {
  return {
    contactId: "",
    state: row.state,
    counsellorId: row.counsellor?.id ?? null,
    offeredToId: row.offer?.to.id ?? null,
    relay: row.relay === null ? null : { toId: row.relay.to?.id ?? null, toSkill: row.relay.skill },
  };
}

/** What somebody who works here may do in a thread, from the same sheet that the verbs ask. */
export function canHere(actor: Actor, row: ConversationRow): ThreadView["can"] {
  const subject = subjectOfRow(row);
  return {
    reply: mayConversation(actor, "conversation.reply", subject),
    note: mayConversation(actor, "conversation.note", subject),
    take: mayConversation(actor, "conversation.take", subject),
    release: mayConversation(actor, "conversation.release", subject),
    relay: mayConversation(actor, "conversation.relay", subject),
    close: row.state !== "closed" && mayConversation(actor, "conversation.close", subject),
    lower: mayConversation(actor, "conversation.lower-danger", subject),
    tag: mayConversation(actor, "conversation.tag", subject),
  };
}
