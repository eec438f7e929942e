import type { PersonRef, RoutingExplanation } from "@/lib/contract/views";
import type { Skill } from "@/lib/contract/roles";
import type { Tx } from "@/lib/core/db";
import type { Prisma } from "@/prisma/generated/client";

/** The decision that brought a conversation to this person last ("why me"), or put it on offer to them; null if none did. */
export async function whyOf(tx: Tx, conversationId: string, userId: string): Promise<RoutingExplanation | null> {
  const offer = await tx.offer.findFirst({
    where: { conversationId, userId, OR: [{ outcome: null }, { outcome: "accepted" }] },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { why: true },
  });
  return offer ? (offer.why as unknown as RoutingExplanation) : null;
}

/** A person decided it, and not the rules: who, when, and what was asked for. */
export function decidedByPerson(
  how: Exclude<RoutingExplanation["how"], "offered">,
  by: PersonRef,
  chosen: PersonRef,
  skill: Skill,
  at: Date,
): RoutingExplanation {
  return { at: at.toISOString(), chosen, how, by, skill, skillFallback: false, candidates: [], excluded: [] };
}

/** As the offer stores it. */
export function whyJson(explanation: RoutingExplanation): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(explanation)) as Prisma.InputJsonObject;
}
