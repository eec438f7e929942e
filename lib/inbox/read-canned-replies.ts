import type { CannedReplyView } from "@/lib/contract/views";
import type { Language } from "@/lib/contract/roles";
import type { Context } from "@/lib/core/context";
import { permit } from "@/lib/core/permission";

/** Every canned reply, by shortcut; the composer narrows them down by language and letters. */
export async function readCannedReplies(ctx: Context): Promise<CannedReplyView[]> {
  permit(ctx.actor, "desk.open");
  const rows = await ctx.db.cannedReply.findMany({ orderBy: [{ shortcut: "asc" }, { language: "asc" }] });
  return rows.map((row) => ({ ...row, language: row.language as Language }));
}
