import { v7 as uuid } from "uuid";
import type { z } from "zod";
import type { CannedReplyInput } from "@/lib/contract/inputs";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { permit } from "@/lib/core/permission";

/** Writes a canned reply: one text for each shortcut and language; the last writer's holds. */
export async function saveCannedReply(ctx: Context, input: z.output<typeof CannedReplyInput>): Promise<{ id: string }> {
  permit(ctx.actor, "canned-reply.edit");
  return change(ctx, async ({ tx, audit }) => {
    const { id: given, ...canned } = input;
    const where = given ? { id: given } : { shortcut_language: { shortcut: canned.shortcut, language: canned.language } };
    const { id } = await tx.cannedReply.upsert({
      where,
      update: canned,
      create: { id: given ?? uuid(), ...canned },
      select: { id: true },
    });
    audit("canned-reply.saved", { id, shortcut: canned.shortcut, language: canned.language });
    return { id };
  });
}
