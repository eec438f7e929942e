import { lockConversation } from "@/lib/conversations/load";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { permit } from "@/lib/core/permission";
import { passOn } from "./end-offer";

/**
 * Job `routing.withdraw-offers`: a person paused, is away or lost the right. What is on offer to them goes to the next one, without
 * being held against them.
 */
export async function withdrawOffers(ctx: Context, { userId }: { userId: string }): Promise<void> {
  permit(ctx.actor, "routing.run");
  const tx = ctx.change?.tx ?? ctx.db;
  const offers = await tx.offer.findMany({ where: { userId, endedAt: null }, select: { id: true, conversationId: true } });
  // One change each: conversations are locked before people everywhere, and never two at once.
  for (const offer of offers) {
    await change(ctx, async (work) => {
      const conversation = await lockConversation(work.tx, offer.conversationId);
      const open = await work.tx.offer.count({ where: { id: offer.id, endedAt: null } });
      if (open === 0) return;
      await passOn(work, conversation, "withdrawn");
      work.audit("conversation.offer-withdrawn", { conversationId: offer.conversationId, userId, offerId: offer.id });
    });
  }
}
