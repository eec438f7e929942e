import type { PersonRef, RoutingExplanation } from "@/lib/contract/views";
import type { Skill } from "@/lib/contract/roles";
import type { Tx } from "@/lib/core/db";
import type { Prisma } from "@/prisma/generated/client";

/**
 * "Why me": the decision that put a conversation on offer to whoever reads it, or else the one that brought it to its counsellor.
 * Null if none did.
 */
export async function whyOf(
  tx: Tx,
  conversation: { id: string; counsellorId: string | null; offeredToId: string | null },
  readerId: string | null,
): Promise<RoutingExplanation | null> {
  const { id: conversationId, counsellorId, offeredToId } = conversation;
  const userId = readerId !== null && readerId === offeredToId ? readerId : (counsellorId ?? offeredToId);
  if (userId === null) return null;
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
