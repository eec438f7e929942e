import { v7 as uuid } from "uuid";
import { wakeRouting } from "@/lib/accounts/wake-routing";
import type { Actor } from "@/lib/contract/actor";
import { dangerRank, isRaise, type DangerAnswers, type DangerLevel } from "@/lib/contract/danger";
import { change, type Change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { Invalid, NotFound, Refusal } from "@/lib/core/errors";
import { lockConversation, type Conversation } from "./load";
import { panelChanged } from "./panel-changed";
import { permitHere } from "./permit-here";
import { updateConversation } from "./update-conversation";

export interface AssessDangerInput {
  conversationId: string;
  level: DangerLevel;
  answers: DangerAnswers;
  reason?: string;
  /** Ids of the rules that heard it (lib/triage); never the words themselves. */
  signals?: readonly string[];
}

export interface Assessed {
  level: DangerLevel;
  changed: boolean;
}

/**
 * Names the danger. Bot and rules only raise: what is not a raise changes nothing. A person may lower it, with a reason; finding an
 * unassessed one harmless needs none. A raise in the queue makes routing look at once.
 * @throws Refusal reason-required · Invalid for "not assessed", which nothing becomes again
 */
export async function assessDanger(ctx: Context, input: AssessDangerInput): Promise<Assessed> {
  return change(ctx, async (work) => {
    const { tx, audit } = work;
    const conversation = await lockConversation(tx, input.conversationId);
    const { danger: from } = conversation;
    const { level: to } = input;
    const lowers = dangerRank(to) < dangerRank(from);
    permitHere(
      ctx.actor,
      lowers && ctx.actor.kind === "staff" ? "conversation.lower-danger" : "conversation.raise-danger",
      conversation,
    );
    const by = assessor(ctx.actor);
    if (by.kind !== "person" && (to === "FX" || !isRaise(from, to))) return { level: from, changed: false };
    if (to === "FX" && from !== "FX")
      throw new Invalid([{ path: "level", message: "an assessed danger does not become unassessed" }]);
    if (lowers && from !== "FX" && !input.reason) throw new Refusal("reason-required");

    await remember(work, conversation, input, by);
    if (to !== from) await updateConversation(work, conversation, { danger: to });
    await panelChanged(work, conversation);
    audit("danger.assessed", { conversationId: conversation.id, from, to, by: by.kind, signals: input.signals ?? [] });
    if (conversation.state === "waiting" && isRaise(from, to)) wakeRouting(work, "danger-raised");
    return { level: to, changed: to !== from };
  });
}

interface Assessor {
  kind: "bot" | "rule" | "person";
  id: string | null;
}

function assessor(actor: Actor): Assessor {
  switch (actor.kind) {
    case "staff":
      return { kind: "person", id: actor.id };
    case "bot":
      return { kind: "bot", id: null };
    case "system":
      return { kind: "rule", id: null };
    case "visitor":
    case "key":
    case "nobody":
      throw new NotFound();
  }
}

async function remember({ tx, ctx }: Change, conversation: Conversation, input: AssessDangerInput, by: Assessor): Promise<void> {
  const id = uuid();
  if (input.reason) await ctx.vault.loadKeys(tx, [conversation.vaultKeyId]);
  await tx.dangerAssessment.create({
    data: {
      id,
      conversationId: conversation.id,
      at: ctx.now,
      fromLevel: conversation.danger,
      toLevel: input.level,
      byKind: by.kind,
      byId: by.id,
      answers: input.answers,
      signals: [...(input.signals ?? [])],
      reason: input.reason ? ctx.vault.seal(conversation.vaultKeyId, dangerReasonPlace(id), input.reason) : null,
    },
  });
}

export const dangerReasonPlace = (assessmentId: string) => ({ table: "danger_assessment", column: "reason", row: assessmentId });
