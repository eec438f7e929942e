import { v7 as uuid } from "uuid";
import type { z } from "zod";
import type { TagInput } from "@/lib/contract/inputs";
import { AXES, MULTIPLE_AXES, TAXONOMY_VERSION, taxonomyEntry, type Axis } from "@/lib/contract/taxonomy";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { Invalid } from "@/lib/core/errors";
import { lockConversation } from "@/lib/conversations/load";
import { panelChanged } from "@/lib/conversations/panel-changed";
import { permitHere } from "@/lib/conversations/permit-here";
import { ensureCase } from "./open-case";

export type TagRequest = z.output<typeof TagInput>;

/**
 * Puts a code of the taxonomy on a conversation's case, and opens the case if there is none. Where an axis holds one code, the new one
 * replaces the old; a code that is there already changes nothing.
 * @throws Invalid for an axis or code that is unknown, or retired
 */
export async function tagCase(ctx: Context, { conversationId, axis, code }: TagRequest): Promise<void> {
  await change(ctx, async (work) => {
    const { tx, audit } = work;
    const conversation = await lockConversation(tx, conversationId);
    permitHere(ctx.actor, "conversation.tag", conversation);
    const known = knownAxis(axis);
    refuseRetired(known, code);

    const { id: caseId } = await ensureCase(work, conversation);
    // A case can hold several conversations: its own row is the lock for its tags.
    await tx.$queryRaw`select 1 from case_file where id = ${caseId}::uuid for no key update`;
    const there = await tx.caseTag.findMany({ where: { caseId, axis, removedAt: null } });
    if (there.some((tag) => tag.code === code)) return;
    const removedBy = ctx.actor.kind === "staff" ? ctx.actor.id : null;
    const replaced = MULTIPLE_AXES.includes(known) ? [] : there;
    await tx.caseTag.updateMany({
      where: { id: { in: replaced.map((tag) => tag.id) } },
      data: { removedAt: ctx.now, removedBy },
    });
    await tx.caseTag.create({
      data: { id: uuid(), caseId, axis, code, taxonomy: TAXONOMY_VERSION, byId: removedBy, at: ctx.now },
    });
    await tx.case.update({ where: { id: caseId }, data: { version: { increment: 1 } } });
    await panelChanged(work, conversation);
    audit("case.tagged", { caseId, conversationId, axis, code, replaced: replaced.map((tag) => tag.code) });
  });
}

/** @throws Invalid */
export function knownAxis(axis: string): Axis {
  const known = AXES.find((candidate) => candidate === axis);
  if (!known) throw new Invalid([{ path: "axis", message: "unknown axis" }]);
  return known;
}

function refuseRetired(axis: Axis, code: string): void {
  const entry = taxonomyEntry(axis, code);
  if (!entry) throw new Invalid([{ path: "code", message: "unknown code" }]);
  if (entry.retired) throw new Invalid([{ path: "code", message: "retired code" }]);
}
