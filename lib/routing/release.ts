import { v7 as uuid } from "uuid";
import type { z } from "zod";
import type { ReleaseInput } from "@/lib/contract/inputs";
import { addNote } from "@/lib/conversations/add-note";
import { lockConversation } from "@/lib/conversations/load";
import { permitHere } from "@/lib/conversations/permit-here";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { returnToQueue } from "./return-to-queue";

/** Its counsellor gives a conversation back. The reason becomes a note for the next one: free words belong nowhere else. */
export async function release(ctx: Context, { conversationId, reason }: z.output<typeof ReleaseInput>): Promise<void> {
  await change(ctx, async (work) => {
    const conversation = await lockConversation(work.tx, conversationId);
    permitHere(ctx.actor, "conversation.release", conversation);
    await addNote(work.ctx, { conversationId, clientId: uuid(), text: reason });
    await returnToQueue(work, conversation, "released");
    work.audit("conversation.released", { conversationId, userId: conversation.counsellorId, relayId: conversation.relayId });
  });
}
