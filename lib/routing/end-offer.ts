import { loadChanged } from "@/lib/accounts/load-changed";
import { wakeRouting } from "@/lib/accounts/wake-routing";
import type { Conversation } from "@/lib/conversations/load";
import { panelChanged } from "@/lib/conversations/panel-changed";
import { updateConversation } from "@/lib/conversations/update-conversation";
import type { Change } from "@/lib/core/change";
import { countPassed } from "./load";

export type OfferOutcome = "accepted" | "let-pass" | "declined" | "withdrawn";

export interface EndedOffer {
  id: string;
  userId: string;
  relayId: string | null;
}

/** Ends a locked conversation's open offer, if it has one. The caller writes what becomes of the conversation. */
export async function endOffer({ tx, ctx }: Change, conversationId: string, outcome: OfferOutcome): Promise<EndedOffer | null> {
  const [ended] = await tx.offer.updateManyAndReturn({
    where: { conversationId, endedAt: null },
    data: { endedAt: ctx.now, outcome },
    select: { id: true, userId: true, relayId: true },
  });
  return ended ?? null;
}

/** The offer ends without an answer that keeps it: the conversation is back in its place, since when it waited, and the next one is asked. */
export async function passOn(
  work: Change,
  conversation: Conversation,
  outcome: Exclude<OfferOutcome, "accepted">,
): Promise<EndedOffer | null> {
  const ended = await endOffer(work, conversation.id, outcome);
  if (!ended) return null;
  await updateConversation(work, conversation, {
    offeredToId: null,
    offerExpiresAt: null,
    letPass: ended.relayId === null ? await countPassed(work.tx, conversation) : conversation.letPass,
  });
  await panelChanged(work, conversation);
  await loadChanged(work, [ended.userId]);
  wakeRouting(work, outcome);
  return ended;
}
