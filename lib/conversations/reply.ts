import type { z } from "zod";
import type { StaffActor } from "@/lib/contract/actor";
import type { ReplyInput } from "@/lib/contract/inputs";
import { mayConversation } from "@/lib/contract/permissions";
import type { MessageView } from "@/lib/contract/views";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { NotFound } from "@/lib/core/errors";
import { answerRepeat } from "./answer-repeat";
import { appendAtOnce, guessByConversation, rememberThread } from "./append-at-once";
import { appendOnce } from "./append-message";
import { subjectOf } from "./load";
import { lockThread } from "./lock-thread";
import { permitHere } from "./permit-here";
import { messageViewOf } from "./view";

type Reply = z.output<typeof ReplyInput>;

/**
 * The counsellor's words. Idempotent by client id, also when the conversation was closed or handed over since the first attempt. One
 * round trip where the thread was seen before, else `change()`.
 * @throws NotFound · Refusal forbidden · Conflict wrong-state, idempotency-conflict
 */
export async function reply(ctx: Context, input: Reply): Promise<MessageView> {
  const { actor } = ctx;
  if (actor.kind !== "staff") throw new NotFound();
  return (await replyAtOnce(ctx, actor, input)) ?? replyUnderLock(ctx, actor, input);
}

/** The sheet is asked about the thread as last seen; the statement writes only while it is still so. */
async function replyAtOnce(
  ctx: Context,
  actor: StaffActor,
  { conversationId, clientId, text }: Reply,
): Promise<MessageView | null> {
  const guess = guessByConversation(conversationId);
  if (!guess || !mayConversation(actor, "conversation.reply", subjectOf({ ...guess, ...NO_RELAY }))) return null;
  const words = { author: "counsellor", authorId: actor.id, authorName: actor.name, text, clientId } as const;
  return appendAtOnce(ctx, guess, words, { verb: "message.replied", jobs: [] });
}

async function replyUnderLock(ctx: Context, actor: StaffActor, { conversationId, clientId, text }: Reply): Promise<MessageView> {
  const { id: authorId, name } = actor;
  return change(ctx, async (work) => {
    const { tx, audit } = work;
    const { thread, repeatId } = await lockThread(tx, conversationId, clientId);
    if (!thread) throw new NotFound();
    if (repeatId !== null) return answerRepeat(tx, ctx.vault, { id: repeatId }, { authorId, text });
    permitHere(actor, "conversation.reply", { ...thread, ...NO_RELAY });

    const appended = await appendOnce(work, thread, { author: "counsellor", authorId, text, clientId });
    if (!appended) return answerRepeat(tx, ctx.vault, { conversationId, clientId }, { authorId, text });
    audit("message.replied", { conversationId, messageId: appended.id, seq: appended.seq });
    rememberThread(thread);
    return messageViewOf(appended.record, text, new Map([[authorId, name]]));
  });
}

/** Who may answer does not depend on a relay: until it is accepted, the one who holds the conversation does. */
const NO_RELAY = { relayId: null, relayToId: null, relayToSkill: null };
