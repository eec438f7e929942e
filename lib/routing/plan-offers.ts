import { chooseCounsellor, type WorkItem } from "./choose-counsellor";
import type { CrewMember } from "./crew";
import type { RoutingExplanation } from "@/lib/contract/views";

export interface PlannedOffer {
  item: WorkItem;
  userId: string;
  explanation: RoutingExplanation;
}

export interface Plan {
  offers: PlannedOffer[];
  /** When somebody who let something pass may be asked again, if that is all that is left to try. */
  askAgainAt: Date | null;
}

/** One pass over the queue: in its order, each goes to whom the rules choose; an offer takes its place from the next one. */
export function planOffers(queue: readonly WorkItem[], crew: readonly CrewMember[], now: Date, restMs: number): Plan {
  const members = crew.map((member) => ({ ...member }));
  const offers: PlannedOffer[] = [];
  let askAgainAt: Date | null = null;
  for (const item of queue) {
    const choice = chooseCounsellor(item, members, now, restMs);
    const chosen = members.find((member) => member.id === choice.explanation.chosen?.id);
    if (chosen) {
      offers.push({ item, userId: chosen.id, explanation: choice.explanation });
      chosen.load += 1;
      chosen.idleSince = null;
    } else if (choice.askAgainAt && (askAgainAt === null || choice.askAgainAt < askAgainAt)) {
      askAgainAt = choice.askAgainAt;
    }
  }
  return { offers, askAgainAt };
}
