import { v7 as uuid } from "uuid";
import { change, type Change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { lockConversation, type Conversation } from "@/lib/conversations/load";
import { panelChanged } from "@/lib/conversations/panel-changed";
import { permitHere } from "@/lib/conversations/permit-here";
import { caseYear, formatCaseNumber } from "./case-number";

export interface CaseRef {
  id: string;
  number: string;
}

/** The case of a conversation, opened if it has none. */
export async function openCase(ctx: Context, { conversationId }: { conversationId: string }): Promise<CaseRef> {
  return change(ctx, async (work) => {
    const conversation = await lockConversation(work.tx, conversationId);
    permitHere(ctx.actor, "conversation.tag", conversation);
    const { opened, ...ref } = await ensureCase(work, conversation);
    if (opened) await panelChanged(work, conversation);
    return ref;
  });
}

/** The same for a conversation that is locked and permitted; the caller tells the panel. */
export async function ensureCase({ tx, ctx, audit }: Change, conversation: Conversation): Promise<CaseRef & { opened: boolean }> {
  const linked = await tx.caseConversation.findUnique({ where: { conversationId: conversation.id }, include: { case: true } });
  if (linked) return { id: linked.caseId, number: formatCaseNumber(linked.case), opened: false };

  const id = uuid();
  const year = caseYear(ctx.now);
  const [next] = await tx.$queryRaw<{ ordinal: number }[]>`select next_case_ordinal(${year}::int) as ordinal`;
  const number = { year, ordinal: next!.ordinal };
  const openedBy = ctx.actor.kind === "staff" ? ctx.actor.id : null;
  await tx.case.create({
    data: {
      id,
      ...number,
      openedAt: ctx.now,
      openedBy,
      conversations: { create: { conversationId: conversation.id, linkedAt: ctx.now } },
    },
  });
  audit("case.opened", { caseId: id, conversationId: conversation.id, number: formatCaseNumber(number) });
  return { id, number: formatCaseNumber(number), opened: true };
}
