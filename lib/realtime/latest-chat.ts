import type { ConversationState } from "@/lib/contract/views";
import type { Tx } from "@/lib/core/db";

/** The latest conversation of somebody who writes, as far as the gateway must know it. */
export async function latestChat(
  tx: Tx,
  contactId: string,
): Promise<{ conversationId: string; state: ConversationState } | null> {
  const row = await tx.conversation.findFirst({
    where: { contactId },
    orderBy: [{ createdAt: "desc" }, { number: "desc" }],
    select: { id: true, state: true },
  });
  return row && { conversationId: row.id, state: row.state as ConversationState };
}
