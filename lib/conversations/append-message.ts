import { v7 as uuid } from "uuid";
import type { MarkerCode, QuickReply } from "@/lib/contract/views";
import type { Change } from "@/lib/core/change";
import type { Conversation } from "./load";
import { hearers } from "./update-conversation";

/** A message on its way into a thread: words of a person or the bot, or a system line. */
export type NewMessage =
  | {
      author: "visitor" | "bot" | "counsellor";
      authorId: string | null;
      text: string;
      quickReplies?: QuickReply[];
      clientId: string | null;
      externalId?: string | null;
    }
  | { author: "system"; marker: { code: MarkerCode; name: string | null } };

export interface Appended {
  id: string;
  seq: number;
  version: number;
}

const PREVIEW_CHARACTERS = 120;

/**
 * Puts a message at the end of a locked conversation: next gapless `seq`, sealed body, and what follows from it for the row (preview,
 * unread, "without answer since"). Two statements; emits `message.added` and `conversation.changed`.
 */
export async function appendMessage(
  { tx, ctx, emit }: Change,
  conversation: Conversation,
  message: NewMessage,
): Promise<Appended> {
  const id = uuid();
  const seq = conversation.lastSeq + 1;
  const spoken = message.author === "system" ? null : message;
  if (spoken) await ctx.vault.loadKeys(tx, [conversation.vaultKeyId]);
  const seal = (table: string, column: string, row: string, text: string) =>
    ctx.vault.seal(conversation.vaultKeyId, { table, column, row }, text);
  const body = spoken ? seal("message", "body", id, spoken.text) : null;
  const preview = spoken
    ? seal("conversation", "preview", conversation.id, spoken.text.slice(0, PREVIEW_CHARACTERS))
    : conversation.preview;
  const marker = message.author === "system" ? JSON.stringify(message.marker) : null;
  const quickReplies = spoken?.quickReplies?.length ? JSON.stringify(spoken.quickReplies) : null;

  // From a person: unanswered from the first unanswered word on. From the counsellor or the bot: answered.
  const unansweredSince = unanswered(conversation, message.author, ctx.now);
  const unread = message.author === "visitor" ? 1 : 0;
  await tx.$executeRaw`
    insert into message (id, conversation_id, seq, at, author, author_id, body, marker, quick_replies, client_id, channel, external_id)
    values (${id}::uuid, ${conversation.id}::uuid, ${seq}, ${ctx.now}, ${message.author}, ${spoken?.authorId ?? null}::uuid, ${body},
            ${marker}::jsonb, ${quickReplies}::jsonb, ${spoken?.clientId ?? null}::uuid, ${conversation.channel}, ${spoken?.externalId ?? null})`;
  const [row] = await tx.$queryRaw<{ version: number }[]>`
    update conversation
       set last_seq = ${seq}, last_message_at = ${ctx.now}, preview = ${preview}, unanswered_since = ${unansweredSince},
           unread = unread + ${unread}, version = version + 1
     where id = ${conversation.id}::uuid
    returning version`;
  const version = row!.version;
  Object.assign(conversation, {
    lastSeq: seq,
    lastMessageAt: ctx.now,
    preview,
    unansweredSince,
    unread: conversation.unread + unread,
    version,
  });

  emit([`conversation:${conversation.id}`, `visitor:${conversation.contactId}`], {
    type: "message.added",
    conversationId: conversation.id,
    seq,
    messageId: id,
  });
  emit(hearers(conversation), { type: "conversation.changed", conversationId: conversation.id, version });
  return { id, seq, version };
}

function unanswered(conversation: Conversation, author: NewMessage["author"], now: Date): Date | null {
  switch (author) {
    case "visitor":
      return conversation.unansweredSince ?? now;
    case "bot":
    case "counsellor":
      return null;
    case "system":
      return conversation.unansweredSince;
  }
}
