import { v7 as uuid } from "uuid";
import { loadChanged } from "@/lib/accounts/load-changed";
import { lockConversation } from "@/lib/conversations/load";
import { panelChanged } from "@/lib/conversations/panel-changed";
import { updateConversation } from "@/lib/conversations/update-conversation";
import { change, changeSilently } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import type { Tx } from "@/lib/core/db";
import { permit } from "@/lib/core/permission";
import { readSettings } from "@/lib/core/settings";
import { isThere, readCrew, readMember, type CrewMember } from "./crew";
import { isRoutable, loadQueue } from "./load";
import { planOffers, type PlannedOffer } from "./plan-offers";
import { whyJson } from "./why";

/** Each round makes all offers it can; another follows only when somebody was quicker, and they made progress then. */
const ROUNDS = 25;

/**
 * Job `routing.assign-next`: one pass over the queue. The plan is made from a read; every offer is then its own change, which asks
 * again under the locks whether it still holds. So two passes at once never offer twice and never more than a person has room for.
 */
export async function assignNext(ctx: Context, _because: { because: string }): Promise<{ offered: number }> {
  permit(ctx.actor, "routing.run");
  let offered = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const { plan, settings } = await planNow(ctx);
    let stale = false;
    for (const offer of plan.offers) {
      if (await makeOffer(ctx, offer, settings)) offered += 1;
      else stale = true;
    }
    if (stale) continue;
    if (plan.askAgainAt) await askAgain(ctx, plan.askAgainAt);
    break;
  }
  return { offered };
}

type OfferSettings = { offerSeconds: number; awayAfterSeconds: number };

async function planNow(ctx: Context) {
  const tx = ctx.change?.tx ?? ctx.db;
  const settings = await readSettings(tx);
  const queue = await loadQueue(tx, ctx.now, settings.ageingMinutes);
  const crew = queue.length === 0 ? [] : await readCrew(tx, ctx.now, settings.awayAfterSeconds);
  return { settings, plan: planOffers(queue, crew, ctx.now, settings.offerSeconds * 1000) };
}

/** @returns false when somebody was quicker: the plan is out of date */
async function makeOffer(ctx: Context, planned: PlannedOffer, settings: OfferSettings): Promise<boolean> {
  return change(ctx, async (work) => {
    const { tx } = work;
    const { item, userId } = planned;
    const conversation = await lockConversation(tx, item.conversationId);
    if (!isRoutable(conversation) || conversation.relayId !== (item.relay?.id ?? null)) return false;
    const member = await lockMember(tx, ctx.now, userId, settings.awayAfterSeconds);
    if (!member || !isThere(member) || member.load >= member.capacity) return false;

    const id = uuid();
    const expiresAt = new Date(ctx.now.getTime() + settings.offerSeconds * 1000);
    await tx.offer.create({
      data: {
        id,
        conversationId: conversation.id,
        userId,
        relayId: conversation.relayId,
        at: ctx.now,
        expiresAt,
        why: whyJson(planned.explanation),
      },
    });
    await updateConversation(work, conversation, { offeredToId: userId, offerExpiresAt: expiresAt });
    await panelChanged(work, conversation);
    await loadChanged(work, [userId]);
    work.audit("conversation.offered", {
      conversationId: conversation.id,
      userId,
      offerId: id,
      relayId: conversation.relayId,
      skillFallback: planned.explanation.skillFallback,
    });
    work.enqueue(
      "routing.expire-offer",
      { conversationId: conversation.id, offerId: id },
      { key: `expire-offer:${id}`, delayMs: settings.offerSeconds * 1000 },
    );
    return true;
  });
}

/** The person's presence row is locked first: whatever else fills their places (loadChanged) waits, and is counted. */
async function lockMember(tx: Tx, now: Date, userId: string, away: number): Promise<CrewMember | undefined> {
  await tx.$queryRaw`select 1 from presence where user_id = ${userId}::uuid for no key update`;
  return readMember(tx, now, away, userId);
}

async function askAgain(ctx: Context, at: Date): Promise<void> {
  await changeSilently(ctx, "a later pass is asked for, nothing is written", async (work) =>
    work.enqueue(
      "routing.assign-next",
      { because: "ask-again" },
      { queue: "routing", key: "routing.ask-again", delayMs: Math.max(0, at.getTime() - ctx.now.getTime()) + 1 },
    ),
  );
}
