import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { NotFound } from "@/lib/core/errors";
import { permitConversation } from "@/lib/core/permission";
import { loadConversation, subjectOf } from "./load";

/**
 * The right to read a thread, with its trace: whoever opens a conversation that is not theirs is written down. Marks nothing as read.
 * Only for people who work here: a visitor reads their own chat, which has no notes in it.
 */
export async function openThread(ctx: Context, { conversationId }: { conversationId: string }): Promise<void> {
  if (ctx.actor.kind !== "staff") throw new NotFound();
  const conversation = await loadConversation(ctx.db, conversationId);
  permitConversation(ctx.actor, "conversation.read", subjectOf(conversation));
  if (conversation.counsellorId === ctx.actor.id) return;
  await change(ctx, async ({ audit }) => audit("conversation.opened-by-other", { conversationId, state: conversation.state }));
}
