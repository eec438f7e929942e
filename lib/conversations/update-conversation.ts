import type { Room } from "@/lib/contract/events";
import type { ConversationState } from "@/lib/contract/views";
import type { Change } from "@/lib/core/change";
import { Conflict } from "@/lib/core/errors";
import type { Prisma } from "@/prisma/generated/client";
import type { Conversation } from "./load";
import { mayMove } from "./state-machine";

/** Everyone who hears that a conversation changed: the desk, whoever reads the thread, the person who writes. */
export function hearers(conversation: Pick<Conversation, "id" | "contactId">): Room[] {
  return ["desk", `conversation:${conversation.id}`, `visitor:${conversation.contactId}`];
}

type Data = Omit<Prisma.ConversationUncheckedUpdateInput, "id" | "number" | "contactId" | "version" | "state"> & {
  state?: ConversationState;
};

/**
 * Writes to a locked conversation, raises its version and tells its hearers; every change of the row goes through here.
 * @returns the new version
 * @throws Conflict wrong-state when the state machine has no such move
 */
export async function updateConversation({ tx, emit }: Change, conversation: Conversation, data: Data): Promise<number> {
  if (data.state !== undefined && !mayMove(conversation.state, data.state)) throw new Conflict("wrong-state");
  const { version } = await tx.conversation.update({
    where: { id: conversation.id },
    data: { ...data, version: { increment: 1 } },
    select: { version: true },
  });
  emit(hearers(conversation), { type: "conversation.changed", conversationId: conversation.id, version });
  return version;
}
