import { v7 as uuid } from "uuid";
import type { z } from "zod";
import { wakeRouting } from "@/lib/accounts/wake-routing";
import type { RelayInput } from "@/lib/contract/inputs";
import { lockConversation, type Conversation } from "@/lib/conversations/load";
import { panelChanged } from "@/lib/conversations/panel-changed";
import { permitHere } from "@/lib/conversations/permit-here";
import { updateConversation } from "@/lib/conversations/update-conversation";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { Conflict, Invalid, NotFound } from "@/lib/core/errors";
import { findColleague } from "./find-colleague";

/** Where a brief is sealed. */
export const relayBriefPlace = (relayId: string) => ({ table: "relay", column: "brief", row: relayId });

type Input = z.output<typeof RelayInput>;

/**
 * Its counsellor asks a person, a skill or the queue to go on, with a written brief so that the child never repeats. They stay until
 * somebody has accepted. Asked again for the same, it is the relay that is open.
 * @throws Conflict wrong-state when another relay is open · not-on-duty
 */
export async function relay(ctx: Context, input: Input): Promise<{ relayId: string }> {
  return change(ctx, async (work) => {
    const { tx } = work;
    const { conversationId, brief, toUserId, toSkill } = input;
    const conversation = await lockConversation(tx, conversationId);
    permitHere(ctx.actor, "conversation.relay", conversation);
    if (ctx.actor.kind !== "staff") throw new NotFound();
    if (conversation.relayId !== null) return { relayId: sameRelay(conversation, input) };
    if (toUserId === ctx.actor.id) throw new Invalid([{ path: "toUserId", message: "you have it already" }]);
    if (toUserId !== null) await findColleague(tx, toUserId, ctx.now);

    const relayId = uuid();
    await ctx.vault.loadKeys(tx, [conversation.vaultKeyId]);
    await tx.relay.create({
      data: {
        id: relayId,
        conversationId,
        fromId: ctx.actor.id,
        toId: toUserId,
        toSkill,
        brief: ctx.vault.seal(conversation.vaultKeyId, relayBriefPlace(relayId), brief),
        at: ctx.now,
      },
    });
    await updateConversation(work, conversation, {});
    await panelChanged(work, conversation);
    work.audit("conversation.relay-opened", { conversationId, relayId, toUserId, toSkill });
    wakeRouting(work, "relay");
    return { relayId };
  });
}

function sameRelay(conversation: Conversation, { toUserId, toSkill }: Input): string {
  const same = conversation.relayToId === toUserId && conversation.relayToSkill === toSkill;
  if (!same || conversation.relayId === null) throw new Conflict("wrong-state", { relayId: conversation.relayId });
  return conversation.relayId;
}
