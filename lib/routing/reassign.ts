import { v7 as uuid } from "uuid";
import type { z } from "zod";
import type { ReassignInput } from "@/lib/contract/inputs";
import type { RefusalCode } from "@/lib/contract/refusals";
import type { PersonRef } from "@/lib/contract/views";
import { addNote } from "@/lib/conversations/add-note";
import { lockConversation, subjectOf } from "@/lib/conversations/load";
import { change, type Change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { Conflict, NotFound, Refusal } from "@/lib/core/errors";
import { permit, permitConversation } from "@/lib/core/permission";
import { assign } from "./assign";
import { findColleague } from "./find-colleague";
import { returnToQueue } from "./return-to-queue";
import { decidedByPerson } from "./why";

type Input = z.output<typeof ReassignInput>;
export type Reassigned = { conversationId: string; ok: true } | { conversationId: string; ok: false; code: RefusalCode };

/**
 * A supervisor gives one conversation or many to a person, or back to the queue. Each is decided for itself: one that was closed
 * meanwhile does not hold up the others. The reason becomes a note in each. Capacity does not stop a supervisor.
 * @throws Conflict not-on-duty
 */
export async function reassign(ctx: Context, input: Input): Promise<{ results: Reassigned[] }> {
  permit(ctx.actor, "supervision.open");
  const to = input.toUserId === null ? null : await findColleague(ctx.change?.tx ?? ctx.db, input.toUserId, ctx.now);
  const results: Reassigned[] = [];
  for (const conversationId of [...new Set(input.conversationIds)].sort()) {
    try {
      await change(ctx, (work) => reassignOne(work, conversationId, to, input.reason));
      results.push({ conversationId, ok: true });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      results.push({ conversationId, ok: false, code: error.code });
    }
  }
  return { results };
}

async function reassignOne(work: Change, conversationId: string, to: PersonRef | null, reason: string): Promise<void> {
  const { actor, now } = work.ctx;
  const conversation = await lockConversation(work.tx, conversationId);
  permitConversation(actor, "conversation.reassign", subjectOf(conversation));
  if (actor.kind !== "staff") throw new NotFound();
  const { state, counsellorId: from, skill } = conversation;
  if (state !== "waiting" && state !== "active") throw new Conflict("wrong-state");
  if (from === (to?.id ?? null)) return;

  await addNote(work.ctx, { conversationId, clientId: uuid(), text: reason });
  if (to === null) await returnToQueue(work, conversation, "reassigned");
  else {
    const by = { id: actor.id, name: actor.name };
    await assign(work, conversation, to, decidedByPerson("reassigned", by, to, skill, now));
  }
  work.audit("conversation.reassigned", { conversationId, from, toUserId: to?.id ?? null, relayId: conversation.relayId });
}
