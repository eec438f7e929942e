import type { z } from "zod";
import type { OlderMessagesInput } from "@/lib/contract/inputs";
import type { MessageView } from "@/lib/contract/views";
import type { Context } from "@/lib/core/context";
import { permitConversation } from "@/lib/core/permission";
import { loadConversation, subjectOf } from "@/lib/conversations/load";
import { openThread } from "@/lib/conversations/open-thread";
import { seenByVisitor } from "@/lib/conversations/view";
import { readPage } from "./read-messages";

/** A page further back in a thread, for its visitor and for the staff who may read it; for others' conversations with its trace. */
export async function readOlderMessages(
  ctx: Context,
  { conversationId, before }: z.output<typeof OlderMessagesInput>,
): Promise<{ messages: MessageView[]; more: boolean }> {
  if (ctx.actor.kind === "staff") await openThread(ctx, { conversationId });
  const conversation = await loadConversation(ctx.db, conversationId);
  permitConversation(ctx.actor, "conversation.read", subjectOf(conversation));
  const page = await readPage(ctx.db, ctx.vault, conversation, before);
  return ctx.actor.kind === "visitor" ? { ...page, messages: page.messages.map(seenByVisitor) } : page;
}
