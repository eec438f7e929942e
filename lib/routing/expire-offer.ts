import { lockConversation } from "@/lib/conversations/load";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { permit } from "@/lib/core/permission";
import { passOn } from "./end-offer";

/** Job `routing.expire-offer`: nobody answered in time. Remembered, and the next one is asked. Answered meanwhile: nothing happens. */
export async function expireOffer(
  ctx: Context,
  { conversationId, offerId }: { conversationId: string; offerId: string },
): Promise<void> {
  await change(ctx, async (work) => {
    permit(ctx.actor, "routing.run");
    const conversation = await lockConversation(work.tx, conversationId);
    const open = await work.tx.offer.findFirst({ where: { id: offerId, endedAt: null }, select: { userId: true } });
    if (!open) return;
    await passOn(work, conversation, "let-pass");
    work.audit("conversation.offer-let-pass", { conversationId, userId: open.userId, offerId, relayId: conversation.relayId });
  });
}
