import { v7 as uuid } from "uuid";
import type { Channel, Language, Source } from "@/lib/contract/roles";
import type { Change } from "@/lib/core/change";
import type { LockedThread } from "./lock-thread";
import { hearers } from "./update-conversation";

/**
 * Opens a conversation with the bot for a contact that is locked and has none open. Its first message follows in the same change.
 * The event comes before the message's: a screen takes no message of a conversation that it does not know.
 */
export async function openConversation(
  { tx, ctx, audit, emit }: Change,
  contact: { id: string; channel: Channel },
  given: { language: Language; source: Source | null },
): Promise<LockedThread> {
  const id = uuid();
  const vaultKeyId = await ctx.vault.createKey(tx, "conversation", ctx.now);
  await tx.$executeRaw`
    insert into conversation (id, contact_id, channel, source, language, state, created_at, last_message_at, vault_key_id)
    values (${id}::uuid, ${contact.id}::uuid, ${contact.channel}, ${given.source}, ${given.language}, 'bot', ${ctx.now}, ${ctx.now},
            ${vaultKeyId}::uuid)`;
  audit("conversation.opened", { conversationId: id, contactId: contact.id, channel: contact.channel });
  emit(hearers({ id, contactId: contact.id }), { type: "conversation.changed", conversationId: id, version: 1 });
  return {
    id,
    contactId: contact.id,
    channel: contact.channel,
    vaultKeyId,
    state: "bot",
    counsellorId: null,
    offeredToId: null,
    lastSeq: 0,
    lastMessageAt: ctx.now,
    preview: null,
    unansweredSince: null,
    unread: 0,
    version: 1,
  };
}
