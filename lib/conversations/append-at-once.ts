import { LRUCache } from "lru-cache";
import { v7 as uuid } from "uuid";
import type { MessageView } from "@/lib/contract/views";
import { changeAtOnce } from "@/lib/core/change-at-once";
import type { Context } from "@/lib/core/context";
import type { HeldJob } from "@/lib/core/job-queue";
import { appendedEvents, sealWords } from "./append-message";
import type { Conversation } from "./load";
import { messageViewOf } from "./view";

/** What a right to write into a thread depends on. Remembered as a guess that the statement itself verifies. */
export type ThreadFacts = Pick<
  Conversation,
  "id" | "contactId" | "channel" | "state" | "counsellorId" | "offeredToId" | "vaultKeyId"
>;

const MAX_GUESSES = 5_000;
const byConversation = new LRUCache<string, ThreadFacts>({ max: MAX_GUESSES });
const byContact = new LRUCache<string, ThreadFacts>({ max: MAX_GUESSES });

/** Remembers how an open thread was last seen by this process. */
export function rememberThread(facts: ThreadFacts): void {
  const { id, contactId, channel, state, counsellorId, offeredToId, vaultKeyId } = facts;
  const kept = { id, contactId, channel, state, counsellorId, offeredToId, vaultKeyId };
  byConversation.set(id, kept);
  byContact.set(contactId, kept);
}

export const guessByConversation = (id: string): ThreadFacts | undefined => byConversation.get(id);
export const guessByContact = (contactId: string): ThreadFacts | undefined => byContact.get(contactId);

interface Words {
  author: "visitor" | "counsellor";
  authorId: string | null;
  /** Its name, for the answer. */
  authorName?: string;
  text: string;
  clientId: string;
  payload?: string | null;
}

/**
 * Puts words at the end of a thread in a single round trip, audit, events and jobs included. It writes only while the conversation is
 * as guessed (same state, same counsellor, same key) and has no message of that client id, in any of the contact's conversations.
 * @returns null when nothing was written: `change()` and `appendOnce` then find out why
 */
export async function appendAtOnce(
  ctx: Context,
  guess: ThreadFacts,
  words: Words,
  trace: { verb: string; jobs: readonly HeldJob[] },
): Promise<MessageView | null> {
  if (ctx.change) return null;
  await ctx.vault.loadKeys(ctx.db, [guess.vaultKeyId]);
  const id = uuid();
  const { author, authorId, text, clientId } = words;
  const { body, payload, preview } = sealWords(ctx.vault, guess, id, words);
  const row = await changeAtOnce<{ seq: number; version: number }>(ctx, {
    name: "append-at-once",
    text: STATEMENT,
    values: [
      guess.id,
      guess.contactId,
      guess.state,
      guess.counsellorId,
      guess.vaultKeyId,
      preview,
      author,
      clientId,
      id,
      authorId,
      body,
      payload,
      guess.channel,
    ],
    audit: { verb: trace.verb, subject: { conversationId: guess.id, messageId: id, seq: 0 } },
    events: appendedEvents(guess, { id, seq: 0, version: 0 }),
    jobs: trace.jobs,
  });
  if (row === null) {
    byConversation.delete(guess.id);
    byContact.delete(guess.contactId);
    return null;
  }
  const names = new Map(authorId === null ? [] : [[authorId, words.authorName ?? ""]]);
  const said = { author, authorId, body, clientId, marker: null, quickReplies: null };
  return messageViewOf({ id, conversationId: guess.id, seq: row.seq, at: ctx.now, ...said }, text, names);
}

// "Is not distinct": found by the id alone. With "=", the planner may take the index on the state and read every active conversation.
// Seq and version are known only here: subject and events come with zeros in their place. $8–$11: rooms and event of the two events of
// `appendedEvents`, in its order.
const STATEMENT = `
with grown as (
  update conversation
     set last_seq = last_seq + 1, last_message_at = $1::timestamptz, preview = $17::bytea, version = version + 1,
         unanswered_since = case $18::text when 'visitor' then coalesce(unanswered_since, $1::timestamptz) end,
         unread = unread + case $18::text when 'visitor' then 1 else 0 end
   where id = $12::uuid
     and (contact_id, state, counsellor_id, vault_key_id) is not distinct from ($13::uuid, $14::text, $15::uuid, $16::uuid)
     and not exists (select from conversation own join message m on m.conversation_id = own.id
                      where own.contact_id = $13::uuid and m.client_id = $19::uuid)
  returning last_seq, version
), added as (
  insert into message (id, conversation_id, seq, at, author, author_id, body, payload, client_id, channel)
  select $20::uuid, $12::uuid, last_seq, $1::timestamptz, $18::text, $21::uuid, $22::bytea, $23::bytea, $19::uuid, $24::text from grown
), replied as (
  delete from draft
   where $18::text = 'counsellor' and user_id = $21::uuid and conversation_id = $12::uuid and mode = 'reply' and exists (select from grown)
), audited as (
  insert into audit_entry (at, actor_kind, actor_id, verb, subject, request_id)
  select $1::timestamptz, $2::text, $3::text, $5::text, jsonb_set($6::jsonb, '{seq}', to_jsonb(last_seq)), $4::text from grown
), told as (
  insert into event_log (rooms, event)
  select $8::text[], jsonb_set($9::jsonb, '{seq}', to_jsonb(last_seq)) from grown
  union all
  select $10::text[], jsonb_set($11::jsonb, '{version}', to_jsonb(version)) from grown
)
select last_seq as seq, version, case when $7::jsonb <> '[]' then core_flush('[]', '[]', $7::jsonb) end
  from grown`;
