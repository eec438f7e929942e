import type { z } from "zod";
import type { VisitorReceiptsInput } from "@/lib/contract/inputs";
import { changeSilently } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { permitConversation } from "@/lib/core/permission";
import { loadConversation, subjectOf } from "./load";
import { receiptsChanged } from "./receipts-changed";

/** What the visitor's device has received and shown: both only climb, never past the last message; what was read was delivered. */
export async function recordReceipts(
  ctx: Context,
  { conversationId, delivered, read }: z.output<typeof VisitorReceiptsInput>,
): Promise<void> {
  await changeSilently(ctx, "ticks, several a minute for every visitor", async (work) => {
    const conversation = await loadConversation(work.tx, conversationId);
    permitConversation(ctx.actor, "conversation.write-as-visitor", subjectOf(conversation));
    const [climbed] = await work.tx.$queryRaw<{ version: number }[]>`
      update conversation
         set visitor_read_seq = greatest(visitor_read_seq, least(${read}::int, last_seq)),
             visitor_delivered_seq = greatest(visitor_delivered_seq, least(greatest(${delivered}::int, ${read}::int), last_seq)),
             receipts_version = receipts_version + 1
       where id = ${conversationId}::uuid
         and (visitor_read_seq < least(${read}::int, last_seq)
              or visitor_delivered_seq < least(greatest(${delivered}::int, ${read}::int), last_seq))
      returning receipts_version as version`;
    if (climbed) receiptsChanged(work, conversation, climbed.version);
  });
}
