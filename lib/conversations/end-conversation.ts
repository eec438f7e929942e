import { loadChanged } from "@/lib/accounts/load-changed";
import { wakeRouting } from "@/lib/accounts/wake-routing";
import type { MarkerCode } from "@/lib/contract/views";
import type { Change } from "@/lib/core/change";
import { addMarker } from "./add-marker";
import type { Conversation } from "./load";
import { panelChanged } from "./panel-changed";
import { updateConversation } from "./update-conversation";

/** Who ended it; kept with the row. */
export type ClosedBy = "counsellor" | "supervisor" | "visitor" | "system";

/**
 * Ends a locked, open conversation: everything that was open about it (assignment, offer, relay, wish for a person) ends with it. It
 * keeps the counsellor it had.
 */
export async function endConversation(
  work: Change,
  conversation: Conversation,
  end: { by: ClosedBy; marker: MarkerCode; markerName: string | null; outcome?: string | null },
): Promise<void> {
  const { tx, ctx } = work;
  const { id, counsellorId, offeredToId, relayId } = conversation;
  const was = conversation.state;
  await tx.$executeRaw`
    with assignments as (
      update assignment set ended_at = ${ctx.now}, end_reason = 'closed' where conversation_id = ${id}::uuid and ended_at is null
    ), offers as (
      update offer set ended_at = ${ctx.now}, outcome = 'withdrawn' where conversation_id = ${id}::uuid and ended_at is null
    ), relays as (
      update relay set ended_at = ${ctx.now}, outcome = 'closed' where conversation_id = ${id}::uuid and ended_at is null
    )
    update escalation set ended_at = ${ctx.now}, outcome = ${end.by === "visitor" ? "given-up" : "closed"}
     where conversation_id = ${id}::uuid and ended_at is null`;
  await addMarker(work, conversation, end.marker, end.markerName);
  await updateConversation(work, conversation, {
    state: "closed",
    closedAt: ctx.now,
    closedBy: end.by,
    outcome: end.outcome ?? conversation.outcome,
    offeredToId: null,
    offerExpiresAt: null,
    unansweredSince: null,
  });
  if (relayId !== null) await panelChanged(work, conversation);
  const held = was === "active" ? counsellorId : null;
  if (held === null && offeredToId === null) return;
  await loadChanged(work, [held, offeredToId]);
  wakeRouting(work, "conversation-ended");
}
