import type { z } from "zod";
import type { EndChatInput } from "@/lib/contract/inputs";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { permitConversation } from "@/lib/core/permission";
import { endConversation } from "./end-conversation";
import { lockConversation, subjectOf } from "./load";

/** The person ends it themselves, at any moment and without a form. Ended already: nothing happens, they wanted just that. */
export async function endAsVisitor(ctx: Context, { conversationId }: z.output<typeof EndChatInput>): Promise<void> {
  await change(ctx, async (work) => {
    const conversation = await lockConversation(work.tx, conversationId);
    permitConversation(ctx.actor, "conversation.end-as-visitor", subjectOf(conversation));
    if (conversation.state === "closed") return;
    await endConversation(work, conversation, { by: "visitor", marker: "closed-by-visitor", markerName: null });
    work.audit("conversation.ended-by-visitor", { conversationId, from: conversation.state });
  });
}
