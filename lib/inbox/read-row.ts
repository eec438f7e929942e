import type { Actor } from "@/lib/contract/actor";
import { may, mayConversation, type ConversationSubject } from "@/lib/contract/permissions";
import type { ConversationRow } from "@/lib/contract/views";
import type { Tx } from "@/lib/core/db";
import type { Vault } from "@/lib/core/vault";
import { subjectOf, type Conversation } from "@/lib/conversations/load";
import { conversationRow, namesOf, peopleOf } from "@/lib/conversations/view";

/** One conversation's row for both classes of hearer, so that it is read once however many desks hear of it. */
export interface RowForHearers {
  subject: ConversationSubject;
  /** With the first words and the unread count: for those who may read the conversation. */
  full: ConversationRow;
  masked: ConversationRow;
}

/** The rows of conversations for both, in two queries more for one as for hundreds. */
export async function rowsForHearers(tx: Tx, vault: Vault, conversations: readonly Conversation[]): Promise<RowForHearers[]> {
  const [names] = await Promise.all([
    namesOf(tx, peopleOf(conversations)),
    vault.loadKeys(
      tx,
      conversations.filter((c) => c.preview !== null).map((c) => c.vaultKeyId),
    ),
  ]);
  return conversations.map((c) => ({
    subject: subjectOf(c),
    full: conversationRow(c, names, vault, true),
    masked: conversationRow(c, names, vault, false),
  }));
}

/** What this hearer gets of a row; null when the row is not on their desk: the bot's conversations are the supervisors'. */
export function rowFor(actor: Actor, { subject, full, masked }: RowForHearers): ConversationRow | null {
  if (subject.state === "bot" && !may(actor, "supervision.open")) return null;
  return mayConversation(actor, "conversation.read", subject) ? full : masked;
}
