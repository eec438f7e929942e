import type { z } from "zod";
import type { ReplyInput } from "@/lib/contract/inputs";
import type { MessageView } from "@/lib/contract/views";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { NotFound } from "@/lib/core/errors";
import { answerRepeat } from "./answer-repeat";
import { appendOnce } from "./append-message";
import { lockThread } from "./lock-thread";
import { permitHere } from "./permit-here";
import { messageViewOf } from "./view";

/**
 * The counsellor's words. Idempotent by client id, also when the conversation was closed or handed over since the first attempt.
 * Three statements between BEGIN and COMMIT, of which the last is the flush of the change.
 */
export async function reply(ctx: Context, { conversationId, clientId, text }: z.output<typeof ReplyInput>): Promise<MessageView> {
  return change(ctx, async (work) => {
    const { tx, audit } = work;
    const { thread, repeatId } = await lockThread(tx, conversationId, clientId);
    if (!thread || ctx.actor.kind !== "staff") throw new NotFound();
    const { id: authorId, name } = ctx.actor;
    if (repeatId !== null) return answerRepeat(tx, ctx.vault, { id: repeatId }, { authorId, text });
    permitHere(ctx.actor, "conversation.reply", { ...thread, relayId: null, relayToId: null, relayToSkill: null });

    const appended = await appendOnce(work, thread, { author: "counsellor", authorId, text, clientId });
    if (!appended) return answerRepeat(tx, ctx.vault, { conversationId, clientId }, { authorId, text });
    audit("message.replied", { conversationId, messageId: appended.id, seq: appended.seq });
    return messageViewOf(appended.record, text, new Map([[authorId, name]]));
  });
}
