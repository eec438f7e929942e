import { v7 as uuid } from "uuid";
import { loadChanged } from "@/lib/accounts/load-changed";
import { wakeRouting } from "@/lib/accounts/wake-routing";
import type { PersonRef, RoutingExplanation } from "@/lib/contract/views";
import { addMarker } from "@/lib/conversations/add-marker";
import type { Conversation } from "@/lib/conversations/load";
import { panelChanged } from "@/lib/conversations/panel-changed";
import { updateConversation } from "@/lib/conversations/update-conversation";
import type { Change } from "@/lib/core/change";
import { endOffer } from "./end-offer";
import { whyJson } from "./why";

export interface Assigned {
  conversationId: string;
  counsellor: PersonRef;
  version: number;
}

/**
 * Gives a locked conversation to a person: whoever had it is relieved in the same instant, an open relay is thereby accepted, an
 * offer to somebody else withdrawn, the wish for a person fulfilled.
 * @param decided where a person decided it: stored like an offer, so that "why me" has an answer
 */
export async function assign(
  work: Change,
  conversation: Conversation,
  person: PersonRef,
  decided: RoutingExplanation | null,
): Promise<Assigned> {
  const { tx, ctx } = work;
  const { id: conversationId, counsellorId: before, relayId } = conversation;
  const openOffer = await tx.offer.findFirst({ where: { conversationId, endedAt: null }, select: { userId: true } });
  const theirs = openOffer?.userId === person.id;
  await endOffer(work, conversationId, theirs ? "accepted" : "withdrawn");
  if (decided && !theirs) await rememberDecision(work, conversation, person, decided);
  const byRelay = relayId !== null && decided?.how !== "reassigned";
  const handedOver = conversation.state === "active";

  if (handedOver)
    await tx.assignment.updateMany({
      where: { conversationId, endedAt: null },
      data: { endedAt: ctx.now, endReason: byRelay ? "relayed" : "reassigned" },
    });
  if (relayId !== null)
    await tx.relay.updateMany({
      where: { id: relayId, endedAt: null },
      data: { endedAt: ctx.now, outcome: "accepted", acceptedById: person.id },
    });
  await tx.escalation.updateMany({ where: { conversationId, endedAt: null }, data: { endedAt: ctx.now, outcome: "taken" } });
  const via = byRelay ? "relay" : decidedVia(theirs ? null : decided);
  await tx.assignment.create({ data: { id: uuid(), conversationId, userId: person.id, via, since: ctx.now } });
  await addMarker(work, conversation, handedOver ? "handed-over" : "taken", person.name);
  const version = await updateConversation(work, conversation, {
    state: "active",
    counsellorId: person.id,
    waitingSince: null,
    offeredToId: null,
    offerExpiresAt: null,
  });
  await panelChanged(work, conversation);
  await loadChanged(work, [person.id, before, openOffer?.userId]);
  if (before !== null || (openOffer && !theirs)) wakeRouting(work, "capacity-freed");
  return { conversationId, counsellor: { id: person.id, name: person.name }, version };
}

function decidedVia(decided: RoutingExplanation | null): "offer" | "take" | "reassign" {
  if (decided === null) return "offer";
  return decided.how === "reassigned" ? "reassign" : "take";
}

async function rememberDecision({ tx, ctx }: Change, conversation: Conversation, person: PersonRef, why: RoutingExplanation) {
  await tx.offer.create({
    data: {
      id: uuid(),
      conversationId: conversation.id,
      userId: person.id,
      relayId: conversation.relayId,
      at: ctx.now,
      expiresAt: ctx.now,
      endedAt: ctx.now,
      outcome: "accepted",
      why: whyJson(why),
    },
  });
}
