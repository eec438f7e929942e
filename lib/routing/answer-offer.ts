import type { z } from "zod";
import type { AnswerOfferInput } from "@/lib/contract/inputs";
import { lockConversation, subjectOf, type Conversation } from "@/lib/conversations/load";
import { change, type Change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { Conflict, NotFound } from "@/lib/core/errors";
import { permit, permitConversation } from "@/lib/core/permission";
import { assign } from "./assign";
import { passOn } from "./end-offer";

export interface OfferAnswer {
  conversationId: string;
  /** What came of it: the conversation is theirs, or on its way to the next one. */
  accepted: boolean;
}

/**
 * The person to whom a conversation is offered takes it, or passes it on at once. The same answer again is answered the same.
 * @throws Conflict already-decided when the offer has ended otherwise
 */
export async function answerOffer(
  ctx: Context,
  { conversationId, accept }: z.output<typeof AnswerOfferInput>,
): Promise<OfferAnswer> {
  return change(ctx, async (work) => {
    const { actor } = ctx;
    // Before anything is looked up: to whom has no desk, an offer that is not theirs and none at all are the same.
    permit(actor, "desk.open");
    const conversation = await lockConversation(work.tx, conversationId);
    if (actor.kind !== "staff") throw new NotFound();
    const offer = await work.tx.offer.findFirst({
      where: { conversationId, userId: actor.id },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      select: { id: true, endedAt: true, outcome: true, relayId: true },
    });
    if (offer?.endedAt) {
      if (offer.outcome === (accept ? "accepted" : "declined")) return { conversationId, accepted: accept };
      throw new Conflict("already-decided");
    }
    permitConversation(actor, "conversation.answer-offer", subjectOf(conversation));

    const ids = { conversationId, userId: actor.id, offerId: offer?.id ?? null, relayId: conversation.relayId };
    if (accept) {
      await assign(work, conversation, { id: actor.id, name: actor.name }, null);
      work.audit("conversation.offer-accepted", ids);
    } else {
      await decline(work, conversation, actor.id);
      work.audit("conversation.offer-declined", ids);
    }
    return { conversationId, accepted: accept };
  });
}

/** A relay to one person ends with their no: the first one keeps the conversation and sees it. To others, the next one is asked. */
async function decline(work: Change, conversation: Conversation, userId: string): Promise<void> {
  if (conversation.relayId !== null && conversation.relayToId === userId) {
    await work.tx.relay.updateMany({
      where: { id: conversation.relayId, endedAt: null },
      data: { endedAt: work.ctx.now, outcome: "declined" },
    });
  }
  await passOn(work, conversation, "declined");
}
