import type { Room } from "@/lib/contract/events";
import type { Change } from "@/lib/core/change";

/** Tells the desks, and everyone who is writing, that the line's hours are others now. */
export async function lineChanged({ tx, emit }: Change): Promise<void> {
  const open = await tx.conversation.findMany({
    where: { state: { in: ["bot", "waiting", "active"] } },
    select: { contactId: true },
    distinct: ["contactId"],
  });
  emit(["desk", ...open.map(({ contactId }): Room => `visitor:${contactId}`)], { type: "line.changed" });
}
