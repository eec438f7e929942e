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
      ctx.now,
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

// Seq and version are known only here: the trace comes with zeros in their place (audit: subject.seq; events in the order of appendedEvents).
const STATEMENT = `
with grown as (
  update conversation
     set last_seq = last_seq + 1, last_message_at = $9::timestamptz, preview = $10::bytea, version = version + 1,
         unanswered_since = case $11::text when 'visitor' then coalesce(unanswered_since, $9::timestamptz) end,
         unread = unread + case $11::text when 'visitor' then 1 else 0 end
   where id = $4::uuid and contact_id = $5::uuid and state = $6::text and counsellor_id is not distinct from $7::uuid
     and vault_key_id = $8::uuid
     and not exists (select from conversation own join message m on m.conversation_id = own.id
                      where own.contact_id = $5::uuid and m.client_id = $12::uuid)
  returning last_seq, version
), added as (
  insert into message (id, conversation_id, seq, at, author, author_id, body, payload, client_id, channel)
  select $13::uuid, $4::uuid, last_seq, $9::timestamptz, $11::text, $14::uuid, $15::bytea, $16::bytea, $12::uuid, $17::text from grown
), replied as (
  delete from draft
   where $11::text = 'counsellor' and user_id = $14::uuid and conversation_id = $4::uuid and mode = 'reply' and exists (select from grown)
)
select last_seq as seq, version,
       core_flush(jsonb_set($1::jsonb, '{0,subject,seq}', to_jsonb(last_seq)),
                  jsonb_set(jsonb_set($2::jsonb, '{0,event,seq}', to_jsonb(last_seq)), '{1,event,version}', to_jsonb(version)),
                  $3::jsonb)
  from grown`;
