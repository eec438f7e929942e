import type { z } from "zod";
import type { MarkReadInput } from "@/lib/contract/inputs";
import { changeSilently } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { lockConversation } from "./load";
import { permitHere } from "./permit-here";
import { receiptsChanged } from "./receipts-changed";
import { updateConversation } from "./update-conversation";

/** The counsellor has read up to here: only climbs, never past the last message. @returns how far they have read */
export async function markRead(
  ctx: Context,
  { conversationId, seq }: z.output<typeof MarkReadInput>,
): Promise<{ seq: number; unread: number }> {
  return changeSilently(ctx, "ticks: the reading itself is audited when it is somebody else's conversation", async (work) => {
    const { tx } = work;
    const conversation = await lockConversation(tx, conversationId);
    permitHere(ctx.actor, "conversation.mark-read", conversation);
    const reached = Math.min(seq, conversation.lastSeq);
    if (reached <= conversation.counsellorReadSeq) return { seq: conversation.counsellorReadSeq, unread: conversation.unread };

    const unread = await tx.message.count({ where: { conversationId, author: "visitor", seq: { gt: reached } } });
    await updateConversation(work, conversation, { counsellorReadSeq: reached, unread, receiptsVersion: { increment: 1 } });
    receiptsChanged(work, conversation, conversation.receiptsVersion + 1);
    return { seq: reached, unread };
  });
}
