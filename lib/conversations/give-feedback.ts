import type { z } from "zod";
import type { FeedbackInput } from "@/lib/contract/inputs";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { Conflict } from "@/lib/core/errors";
import { permitConversation } from "@/lib/core/permission";
import { lockConversation, subjectOf } from "./load";
import { panelChanged } from "./panel-changed";
import { updateConversation } from "./update-conversation";

/**
 * Two questions after the end: did it help, would you come again. Either may stay unanswered; asked once.
 * @throws Conflict wrong-state while it goes on · already-decided when other answers were given before
 */
export async function giveFeedback(
  ctx: Context,
  { conversationId, helped, again }: z.output<typeof FeedbackInput>,
): Promise<void> {
  await change(ctx, async (work) => {
    const conversation = await lockConversation(work.tx, conversationId);
    permitConversation(ctx.actor, "conversation.write-as-visitor", subjectOf(conversation));
    if (conversation.state !== "closed") throw new Conflict("wrong-state");
    const given = await work.tx.feedback.findUnique({ where: { conversationId } });
    if (given && given.helped === helped && given.again === again) return;
    if (given) throw new Conflict("already-decided");

    await work.tx.feedback.create({ data: { conversationId, helped, again, at: ctx.now } });
    await updateConversation(work, conversation, {});
    await panelChanged(work, conversation);
    work.audit("feedback.given", { conversationId });
  });
}
