import { v7 as uuid } from "uuid";
import type { MarkerCode, QuickReply } from "@/lib/contract/views";
import type { Change } from "@/lib/core/change";
import { Conflict } from "@/lib/core/errors";
import type { Vault } from "@/lib/core/vault";
import type { Conversation } from "./load";
import { hearers } from "./update-conversation";
import type { MessageRecord } from "./view";

/** A message on its way into a thread: words of a person or the bot, or a system line. */
export type NewMessage =
  | {
      author: "visitor" | "bot" | "counsellor";
      authorId: string | null;
      text: string;
      quickReplies?: QuickReply[];
      clientId: string | null;
      externalId?: string | null;
      /** The tapped quick reply, for the bot alone. */
      payload?: string | null;
    }
  | { author: "system"; marker: { code: MarkerCode; name: string | null } };

/** What must be known, and locked, of a conversation that grows. */
export type Thread = Pick<
  Conversation,
  | "id"
  | "contactId"
  | "channel"
  | "vaultKeyId"
  | "lastSeq"
  | "lastMessageAt"
  | "preview"
  | "unansweredSince"
  | "unread"
  | "version"
>;

export interface Appended {
  id: string;
  seq: number;
  version: number;
  record: MessageRecord;
}

const PREVIEW_CHARACTERS = 120;

/**
 * Puts a message at the end of a locked conversation. Emits `message.added` and `conversation.changed`.
 * @throws Conflict idempotency-conflict when the thread has a message of that client id or external id already
 */
export async function appendMessage(work: Change, thread: Thread, message: NewMessage): Promise<Appended> {
  const appended = await appendOnce(work, thread, message);
  if (!appended) throw new Conflict("idempotency-conflict");
  return appended;
}

/**
 * The same, for verbs that answer a repeat with what is there: null, and nothing written, when the client id or external id is taken.
 * One statement: next gapless `seq`, sealed body, and what follows from it for the row (preview, unread, "without answer since");
 * a counsellor's words replace their draft.
 */
export async function appendOnce(work: Change, thread: Thread, message: NewMessage): Promise<Appended | null> {
  const { tx, ctx } = work;
  const id = uuid();
  const seq = thread.lastSeq + 1;
  const spoken = message.author === "system" ? null : message;
  if (spoken) await ctx.vault.loadKeys(tx, [thread.vaultKeyId]);
  const sealed = spoken ? sealWords(ctx.vault, thread, id, spoken) : { body: null, payload: null, preview: thread.preview };
  const { body, payload, preview } = sealed;
  const marker = message.author === "system" ? message.marker : null;
  const quickReplies = spoken?.quickReplies?.length ? spoken.quickReplies : null;
  const unansweredSince = unanswered(thread, message.author, ctx.now);
  const unread = message.author === "visitor" ? 1 : 0;
  const authorId = spoken?.authorId ?? null;
  const clientId = spoken?.clientId ?? null;

  const [row] = await tx.$queryRaw<{ version: number }[]>`
    with added as (
      insert into message
        (id, conversation_id, seq, at, author, author_id, body, payload, marker, quick_replies, client_id, channel, external_id)
      values (${id}::uuid, ${thread.id}::uuid, ${seq}::int, ${ctx.now}::timestamptz, ${message.author}, ${authorId}::uuid, ${body}::bytea,
              ${payload}::bytea, ${json(marker)}::jsonb, ${json(quickReplies)}::jsonb, ${clientId}::uuid, ${thread.channel},
              ${spoken?.externalId ?? null}::text)
      on conflict do nothing
      returning author_id, author
    ), replied as (
      delete from draft d using added
       where added.author = 'counsellor' and d.user_id = added.author_id and d.conversation_id = ${thread.id}::uuid and d.mode = 'reply'
    )
    update conversation
       set last_seq = ${seq}::int, last_message_at = ${ctx.now}::timestamptz, preview = ${preview}::bytea,
           unanswered_since = ${unansweredSince}::timestamptz, unread = unread + ${unread}::int, version = version + 1
     where id = ${thread.id}::uuid and exists (select from added)
    returning version`;
  if (!row) return null;
  const { version } = row;
  Object.assign(thread, {
    lastSeq: seq,
    lastMessageAt: ctx.now,
    preview,
    unansweredSince,
    unread: thread.unread + unread,
    version,
  });
  for (const { rooms, event } of appendedEvents(thread, { id, seq, version })) work.emit(rooms, event);
  const record = {
    id,
    conversationId: thread.id,
    seq,
    at: ctx.now,
    author: message.author,
    authorId,
    body,
    marker,
    quickReplies,
    clientId,
  };
  return { id, seq, version, record };
}

/** Seals what a message says, under the conversation's key, which must be at hand. */
export function sealWords(
  vault: Vault,
  thread: { id: string; vaultKeyId: string },
  messageId: string,
  { text, payload }: { text: string; payload?: string | null },
) {
  const seal = (table: string, column: string, row: string, words: string) =>
    vault.seal(thread.vaultKeyId, { table, column, row }, words);
  return {
    body: seal("message", "body", messageId, text),
    payload: payload ? seal("message", "payload", messageId, payload) : null,
    preview: seal("conversation", "preview", thread.id, firstCharacters(text, PREVIEW_CHARACTERS)),
  };
}

/** What a new message tells: the line to whoever reads or writes the thread, the row to everybody who sees it. */
export function appendedEvents(
  thread: { id: string; contactId: string },
  { id, seq, version }: { id: string; seq: number; version: number },
): { rooms: Parameters<Change["emit"]>[0]; event: Parameters<Change["emit"]>[1] }[] {
  const conversationId = thread.id;
  return [
    {
      rooms: [`conversation:${conversationId}`, `visitor:${thread.contactId}`],
      event: { type: "message.added", conversationId, seq, messageId: id },
    },
    { rooms: hearers(thread), event: { type: "conversation.changed", conversationId, version } },
  ];
}

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** Cuts between characters: half of an emoji is not text. */
function firstCharacters(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return Array.from(text.slice(0, limit * 2))
    .slice(0, limit)
    .join("");
}

/** From a person: unanswered from the first unanswered word on. From the counsellor or the bot: answered. */
function unanswered(thread: Thread, author: NewMessage["author"], now: Date): Date | null {
  switch (author) {
    case "visitor":
      return thread.unansweredSince ?? now;
    case "bot":
    case "counsellor":
      return null;
    case "system":
      return thread.unansweredSince;
  }
}
