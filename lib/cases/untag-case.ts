import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { lockConversation } from "@/lib/conversations/load";
import { panelChanged } from "@/lib/conversations/panel-changed";
import { permitHere } from "@/lib/conversations/permit-here";
import { knownAxis, type TagRequest } from "./tag-case";

/** Takes a code off a conversation's case; the row stays, with who took it off. Retired codes can go; one that is not there changes nothing. */
export async function untagCase(ctx: Context, { conversationId, axis, code }: TagRequest): Promise<void> {
  await change(ctx, async (work) => {
    const { tx, audit } = work;
    const conversation = await lockConversation(tx, conversationId);
    permitHere(ctx.actor, "conversation.tag", conversation);
    const linked = await tx.caseConversation.findUnique({ where: { conversationId } });
    if (!linked) return;
    const { count } = await tx.caseTag.updateMany({
      where: { caseId: linked.caseId, axis: knownAxis(axis), code, removedAt: null },
      data: { removedAt: ctx.now, removedBy: ctx.actor.kind === "staff" ? ctx.actor.id : null },
    });
    if (count === 0) return;
    await tx.case.update({ where: { id: linked.caseId }, data: { version: { increment: 1 } } });
    await panelChanged(work, conversation);
    audit("case.untagged", { caseId: linked.caseId, conversationId, axis, code });
  });
}
