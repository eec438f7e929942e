import type { z } from "zod";
import type { Actor } from "@/lib/contract/actor";
import type { CloseInput } from "@/lib/contract/inputs";
import { isAxisCode } from "@/lib/contract/taxonomy";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { Conflict, Invalid } from "@/lib/core/errors";
import { endConversation, type ClosedBy } from "./end-conversation";
import { lockConversation, type Conversation } from "./load";
import { permitHere } from "./permit-here";

/** Ends a conversation: its counsellor, a supervisor, or the house itself. The person may write again and gets a new one. */
export async function close(ctx: Context, { conversationId, outcome }: z.output<typeof CloseInput>): Promise<void> {
  await change(ctx, async (work) => {
    const conversation = await lockConversation(work.tx, conversationId);
    permitHere(ctx.actor, "conversation.close", conversation);
    if (conversation.state === "closed") throw new Conflict("wrong-state");
    if (outcome !== undefined && !isAxisCode("outcome", outcome))
      throw new Invalid([{ path: "outcome", message: "unknown code" }]);

    const by = closedBy(ctx.actor, conversation);
    const markerName = ctx.actor.kind === "staff" ? ctx.actor.name : null;
    await endConversation(work, conversation, { by, marker: "closed", markerName, outcome });
    work.audit("conversation.closed", { conversationId, by, outcome: outcome ?? null, from: conversation.state });
  });
}

function closedBy(actor: Actor, { counsellorId }: Conversation): ClosedBy {
  if (actor.kind !== "staff") return "system";
  return actor.id === counsellorId ? "counsellor" : "supervisor";
}
