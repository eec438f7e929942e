import { mayConversation } from "@/lib/contract/permissions";
import type { Channel, Language, Source } from "@/lib/contract/roles";
import type { ConversationState, MessageView } from "@/lib/contract/views";
import { change, type Change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { NotFound } from "@/lib/core/errors";
import type { HeldJob } from "@/lib/core/job-queue";
import { answerRepeat } from "./answer-repeat";
import { appendAtOnce, guessByContact, rememberThread } from "./append-at-once";
import { appendOnce } from "./append-message";
import { lockOpenThread, type LockedThread } from "./lock-thread";
import { openConversation } from "./open-conversation";
import { messageViewOf } from "./view";

export interface ReceiveMessageInput {
  contactId: string;
  text: string;
  /** The sender's browser made it: a repeat of the same one is answered with what is stored. */
  clientId: string | null;
  /** The platform's id of the message, with the same effect. */
  externalId?: string | null;
  language: Language;
  source?: Source | null;
  /** Payload of the quick reply that was tapped; the bot reads it, nobody else sees it. */
  quickReply?: string | null;
}

export interface Received {
  conversationId: string;
  message: MessageView;
  repeated: boolean;
}

/**
 * A person's word arrives: into their open conversation, or into a new one with the bot. While no person answers yet, the bot's turn is
 * enqueued. Busiest path of the house: one round trip where the thread was seen before, else `change()`.
 * @throws NotFound · Conflict idempotency-conflict when the id was used for other words
 */
export async function receiveMessage(ctx: Context, input: ReceiveMessageInput): Promise<Received> {
  const { contactId } = input;
  const nobodyYet = { contactId, state: "bot", counsellorId: null, offeredToId: null, relay: null } as const;
  if (!mayConversation(ctx.actor, "conversation.write-as-visitor", nobodyYet)) throw new NotFound();
  return (await receiveAtOnce(ctx, input)) ?? receive(ctx, input);
}

async function receiveAtOnce(ctx: Context, input: ReceiveMessageInput): Promise<Received | null> {
  const guess = guessByContact(input.contactId);
  const { clientId, text, quickReply: payload } = input;
  if (!guess || clientId === null || input.externalId) return null;
  const message = await appendAtOnce(
    ctx,
    guess,
    { author: "visitor", authorId: null, text, clientId, payload },
    { verb: "message.received", jobs: turnOfTheBot(guess) },
  );
  return message && { conversationId: guess.id, message, repeated: false };
}

/** While a person is waited for, the bot says nothing more but goes on listening for danger. */
function turnOfTheBot({ id, state }: { id: string; state: ConversationState }): HeldJob<"triage.take-turn">[] {
  if (state !== "bot" && state !== "waiting") return [];
  return [{ name: "triage.take-turn", payload: { conversationId: id }, queue: `conversation:${id}`, key: `triage:${id}` }];
}

async function receive(ctx: Context, input: ReceiveMessageInput): Promise<Received> {
  const { text, clientId, externalId, quickReply: payload } = input;
  return change(ctx, async (work) => {
    const { thread, repeatId } = await openThread(work, input);
    if (repeatId !== null) return repeat(work, input, { id: repeatId });

    const appended = await appendOnce(work, thread, { author: "visitor", authorId: null, text, clientId, externalId, payload });
    // Sent twice at once: the other one was stored while this one waited for the lock.
    const which =
      clientId === null ? { channel: thread.channel, externalId: externalId ?? "" } : { conversationId: thread.id, clientId };
    if (!appended) return repeat(work, input, which);

    work.audit("message.received", { conversationId: thread.id, messageId: appended.id, seq: appended.seq });
    for (const { name, payload: job, ...options } of turnOfTheBot(thread)) work.enqueue(name, job, options);
    rememberThread(thread);
    return { conversationId: thread.id, message: messageViewOf(appended.record, text, new Map()), repeated: false };
  });
}

async function repeat(
  { tx, ctx }: Change,
  input: ReceiveMessageInput,
  which: Parameters<typeof answerRepeat>[2],
): Promise<Received> {
  const message = await answerRepeat(tx, ctx.vault, which, {
    contactId: input.contactId,
    text: input.externalId ? null : input.text,
  });
  return { conversationId: message.conversationId, message, repeated: true };
}

type Opened = { thread: LockedThread; repeatId: null } | { thread: LockedThread | null; repeatId: string };

/** The open thread, locked; opened if there is none. Two at once open one: the contact's row is the lock. */
async function openThread(work: Change, input: ReceiveMessageInput): Promise<Opened> {
  const { tx } = work;
  const sent = { clientId: input.clientId, externalId: input.externalId ?? null };
  const look = () => lockOpenThread(tx, input.contactId, sent);
  const settled = ({ thread, repeatId }: Awaited<ReturnType<typeof look>>): Opened | null =>
    repeatId !== null ? { thread, repeatId } : thread !== null ? { thread, repeatId } : null;

  const first = settled(await look());
  if (first) return first;
  const [contact] = await tx.$queryRaw<{ id: string; channel: Channel }[]>`
    select id, channel from contact where id = ${input.contactId}::uuid for no key update`;
  if (!contact) throw new NotFound();
  // Looked at again with the contact locked: another message may have opened one, or been stored and closed away, meanwhile.
  const second = settled(await look());
  if (second) return second;
  const thread = await openConversation(work, contact, { language: input.language, source: input.source ?? null });
  return { thread, repeatId: null };
}
