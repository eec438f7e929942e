import type { Actor, StaffActor } from "@/lib/contract/actor";
import type { Room } from "@/lib/contract/events";
import { may } from "@/lib/contract/permissions";

type Visitor = Extract<Actor, { kind: "visitor" }>;

/** Who is at the other end of a socket. */
export type Hearer = { kind: "desk"; actor: StaffActor } | { kind: "visitor"; actor: Visitor };

/** May this actor hear anything at all? The permission sheet decides, as for every other door. */
export function hearerOf(as: Hearer["kind"], actor: Actor | null): Hearer | null {
  if (as === "desk" && actor?.kind === "staff" && may(actor, "desk.open")) return { kind: "desk", actor };
  if (as === "visitor" && actor?.kind === "visitor" && may(actor, "visitor.chat")) return { kind: "visitor", actor };
  return null;
}

/** What a hearer may hear by being who they are; a thread comes in addition, once it may be read. */
export function roomsOf({ actor }: Hearer): Room[] {
  return actor.kind === "staff"
    ? ["desk", `user:${actor.id}`, `session:${actor.sessionId}`]
    : ["line", `visitor:${actor.contactId}`];
}

export const threadRoom = (conversationId: string): Room => `conversation:${conversationId}`;
