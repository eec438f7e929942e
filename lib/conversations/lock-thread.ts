import type { ConversationState } from "@/lib/contract/views";
import type { Tx } from "@/lib/core/db";
import { Prisma } from "@/prisma/generated/client";
import type { Thread } from "./append-message";

/** A locked thread, and the message that is in it already if this is a repeat. */
export interface LockedThread extends Thread {
  state: ConversationState;
  counsellorId: string | null;
  offeredToId: string | null;
}

interface Found {
  thread: LockedThread | null;
  repeatId: string | null;
}

type Row = { [K in keyof LockedThread]: LockedThread[K] | null } & { repeatId: string | null };

// The relay stays out of it: nothing that only appends depends on it, and this is the statement that every message pays for.
const THREAD = Prisma.sql`
  c.id, c.contact_id as "contactId", c.channel, c.vault_key_id as "vaultKeyId", c.last_seq as "lastSeq",
  c.last_message_at as "lastMessageAt", c.preview, c.unanswered_since as "unansweredSince", c.unread, c.version, c.state,
  c.counsellor_id as "counsellorId", c.offered_to_id as "offeredToId"`;

/**
 * Locks a contact's open conversation, and looks for the same message in all of theirs: a message sent again after its conversation
 * was closed must not open another. Waits for whoever holds the lock; what they closed meanwhile is not open any more.
 */
export async function lockOpenThread(
  tx: Tx,
  contactId: string,
  sent: { clientId: string | null; externalId: string | null },
): Promise<Found> {
  return found(
    await tx.$queryRaw<Row[]>`
      select ${THREAD}, coalesce(
        (select m.id from conversation own join message m on m.conversation_id = own.id
          where own.contact_id = ${contactId}::uuid and m.client_id = ${sent.clientId}::uuid limit 1),
        (select m.id from conversation own join message m on m.conversation_id = own.id
          where own.contact_id = ${contactId}::uuid and m.channel = own.channel and m.external_id = ${sent.externalId}::text limit 1)
      ) as "repeatId"
      from (select) as always
      left join lateral (
        select * from conversation where contact_id = ${contactId}::uuid and state <> 'closed' for no key update
      ) c on true`,
  );
}

/** Locks one conversation, and looks in it for a message of that client id. */
export async function lockThread(tx: Tx, conversationId: string, clientId: string): Promise<Found> {
  return found(
    await tx.$queryRaw<Row[]>`
      select ${THREAD},
             (select m.id from message m where m.conversation_id = ${conversationId}::uuid and m.client_id = ${clientId}::uuid) as "repeatId"
        from conversation c where c.id = ${conversationId}::uuid for no key update`,
  );
}

function found([row]: Row[]): Found {
  if (!row) return { thread: null, repeatId: null };
  const { repeatId, ...thread } = row;
  return { thread: thread.id === null ? null : (thread as LockedThread), repeatId };
}
