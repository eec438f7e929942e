import { v7 as uuid } from "uuid";
import { wakeRouting } from "@/lib/accounts/wake-routing";
import type { DangerLevel } from "@/lib/contract/danger";
import type { Skill } from "@/lib/contract/roles";
import type { ConversationState, EscalationReason } from "@/lib/contract/views";
import { addMarker } from "@/lib/conversations/add-marker";
import { assessDanger } from "@/lib/conversations/assess-danger";
import { loadConversation, lockConversation, subjectOf } from "@/lib/conversations/load";
import { updateConversation } from "@/lib/conversations/update-conversation";
import { change } from "@/lib/core/change";
import { config } from "@/lib/core/config";
import type { Context } from "@/lib/core/context";
import { Conflict } from "@/lib/core/errors";
import { permitConversation } from "@/lib/core/permission";
import { readLine } from "@/lib/shifts/read-line";

export interface EscalateInput {
  conversationId: string;
  reason: EscalationReason;
  /** What the conversation needs, as the bot understood it; unknown, what it had. */
  skill?: Skill;
  /** A level that the bot heard; it only ever raises. Not for visitors. */
  danger?: DangerLevel;
  /** Ids of the rules that heard it; never the words. */
  signals?: readonly string[];
}

export interface Escalated {
  conversationId: string;
  state: ConversationState;
  waitingSince: string | null;
  /** The line is closed: it waits all the same, and is told when people are back. */
  lineOpen: boolean;
}

/**
 * A person is asked for: the conversation waits, from now on if it did not yet. Asked again, nothing changes but a danger that was
 * heard meanwhile.
 * @throws Conflict wrong-state when it is closed
 */
export async function escalate(ctx: Context, input: EscalateInput): Promise<Escalated> {
  return change(ctx, async (work) => {
    const { tx } = work;
    const { conversationId, reason, danger, signals } = input;
    const before = await lockConversation(tx, conversationId);
    permitConversation(ctx.actor, "conversation.ask-for-person", subjectOf(before));
    if (before.state === "closed") throw new Conflict("wrong-state");
    if (danger) await assessDanger(work.ctx, { conversationId, level: danger, answers: {}, signals });
    const conversation = danger ? await loadConversation(tx, conversationId) : before;
    const line = await readLine(tx, ctx.now, { aroundTheClock: config().demoHours === "always" });
    if (conversation.state !== "bot") {
      const { state, waitingSince } = conversation;
      return { conversationId, state, waitingSince: waitingSince?.toISOString() ?? null, lineOpen: line.open };
    }

    const skill = input.skill ?? conversation.skill;
    const waitingSince = conversation.waitingSince ?? ctx.now;
    await tx.escalation.create({
      data: { id: uuid(), conversationId, reason, skill, danger: conversation.danger, at: waitingSince },
    });
    await addMarker(work, conversation, "person-asked", null);
    if (!line.open) await addMarker(work, conversation, "closed-hours", null);
    await updateConversation(work, conversation, { state: "waiting", waitingSince, reason, skill });
    work.audit("conversation.escalated", { conversationId, reason, skill, danger: conversation.danger, lineOpen: line.open });
    wakeRouting(work, "escalated");
    return { conversationId, state: "waiting", waitingSince: waitingSince.toISOString(), lineOpen: line.open };
  });
}
