import type { z } from "zod";
import type { ConversationInput } from "@/lib/contract/inputs";
import { may, mayConversation } from "@/lib/contract/permissions";
import { lockConversation, subjectOf } from "@/lib/conversations/load";
import { namesOf } from "@/lib/conversations/view";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { Conflict, NotFound } from "@/lib/core/errors";
import { permitConversation } from "@/lib/core/permission";
import { assign, type Assigned } from "./assign";
import { decidedByPerson } from "./why";

/**
 * A counsellor takes what waits, or an open relay, without being asked; somebody else's offer is withdrawn. Taking again what one has
 * answers the same. Their own capacity does not stop them: it limits what is offered, not what a person decides.
 * @throws Conflict already-taken with who has it, to everybody but the first
 */
export async function take(ctx: Context, { conversationId }: z.output<typeof ConversationInput>): Promise<Assigned> {
  return change(ctx, async (work) => {
    const { actor } = ctx;
    const conversation = await lockConversation(work.tx, conversationId);
    const { state, counsellorId } = conversation;
    // Who has it is on every desk: a desk person who comes second is told, and not refused.
    if (state === "active" && counsellorId !== null && may(actor, "desk.open")) {
      if (actor.kind === "staff" && actor.id === counsellorId)
        return { conversationId, counsellor: { id: actor.id, name: actor.name }, version: conversation.version };
      if (!mayConversation(actor, "conversation.take", subjectOf(conversation))) {
        const names = await namesOf(work.tx, [counsellorId]);
        throw new Conflict("already-taken", { by: names.get(counsellorId) ?? null, byId: counsellorId });
      }
    }
    permitConversation(actor, "conversation.take", subjectOf(conversation));
    if (actor.kind !== "staff") throw new NotFound();
    if (state !== "waiting" && state !== "active") throw new Conflict("wrong-state");

    const me = { id: actor.id, name: actor.name };
    const assigned = await assign(work, conversation, me, decidedByPerson("took", me, me, conversation.skill, ctx.now));
    work.audit("conversation.taken", { conversationId, userId: me.id, relayId: conversation.relayId, from: counsellorId });
    return assigned;
  });
}
