import type { z } from "zod";
import type { ConversationInput } from "@/lib/contract/inputs";
import { lockConversation } from "@/lib/conversations/load";
import { panelChanged } from "@/lib/conversations/panel-changed";
import { permitHere } from "@/lib/conversations/permit-here";
import { updateConversation } from "@/lib/conversations/update-conversation";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { passOn } from "./end-offer";

/** The counsellor keeps the conversation after all, or a supervisor decides so. No relay open: it is as they wish already. */
export async function cancelRelay(ctx: Context, { conversationId }: z.output<typeof ConversationInput>): Promise<void> {
  await change(ctx, async (work) => {
    const conversation = await lockConversation(work.tx, conversationId);
    permitHere(ctx.actor, "conversation.cancel-relay", conversation);
    const { relayId } = conversation;
    if (relayId === null) return;
    await work.tx.relay.updateMany({
      where: { id: relayId, endedAt: null },
      data: { endedAt: ctx.now, outcome: "cancelled" },
    });
    if (!(await passOn(work, conversation, "withdrawn"))) {
      await updateConversation(work, conversation, {});
      await panelChanged(work, conversation);
    }
    work.audit("conversation.relay-cancelled", { conversationId, relayId });
  });
}
