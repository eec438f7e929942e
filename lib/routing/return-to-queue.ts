import { v7 as uuid } from "uuid";
import { loadChanged } from "@/lib/accounts/load-changed";
import { wakeRouting } from "@/lib/accounts/wake-routing";
import { addMarker } from "@/lib/conversations/add-marker";
import type { Conversation } from "@/lib/conversations/load";
import { panelChanged } from "@/lib/conversations/panel-changed";
import { updateConversation } from "@/lib/conversations/update-conversation";
import type { Change } from "@/lib/core/change";
import { endOffer } from "./end-offer";
import { countPassed } from "./load";

/**
 * A held, locked conversation waits again, since when the person first asked: who waited an hour and was handed back does not start
 * at the end of the queue. The same wish for a person is open again; a relay that was under way ends.
 */
export async function returnToQueue(
  work: Change,
  conversation: Conversation,
  endReason: "released" | "reassigned",
): Promise<void> {
  const { tx, ctx } = work;
  const { id: conversationId, counsellorId, relayId } = conversation;
  const offer = await endOffer(work, conversationId, "withdrawn");
  if (relayId !== null)
    await tx.relay.updateMany({ where: { id: relayId, endedAt: null }, data: { endedAt: ctx.now, outcome: "cancelled" } });
  await tx.assignment.updateMany({ where: { conversationId, endedAt: null }, data: { endedAt: ctx.now, endReason } });
  const waitingSince = await reopenWish(work, conversation);
  await addMarker(work, conversation, "back-in-queue", null);
  const asWaiting = { ...conversation, relayId: null, waitingSince };
  await updateConversation(work, conversation, {
    state: "waiting",
    counsellorId: null,
    waitingSince,
    offeredToId: null,
    offerExpiresAt: null,
    letPass: await countPassed(tx, asWaiting),
  });
  await panelChanged(work, conversation);
  await loadChanged(work, [counsellorId, offer?.userId]);
  wakeRouting(work, endReason);
}

async function reopenWish({ tx, ctx }: Change, conversation: Conversation): Promise<Date> {
  const { id: conversationId, reason, skill, danger } = conversation;
  const wish = await tx.escalation.findFirst({
    where: { conversationId },
    orderBy: { at: "desc" },
    select: { id: true, at: true },
  });
  if (!wish) {
    await tx.escalation.create({
      data: { id: uuid(), conversationId, reason: reason ?? "user_request", skill, danger, at: ctx.now },
    });
    return ctx.now;
  }
  await tx.escalation.update({ where: { id: wish.id }, data: { endedAt: null, outcome: null } });
  return wish.at;
}
