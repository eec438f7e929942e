import type { Language } from "@/lib/contract/roles";
import type { CannedReplyView } from "@/lib/contract/views";
import type { Context } from "@/lib/core/context";
import { permit } from "@/lib/core/permission";

/** The helpline's canned replies, by shortcut. */
export async function readCannedReplies(ctx: Context, _input: object = {}): Promise<CannedReplyView[]> {
  permit(ctx.actor, "desk.open");
  const rows = await ctx.db.cannedReply.findMany({ orderBy: [{ shortcut: "asc" }, { language: "asc" }] });
  return rows.map(({ language, ...row }) => ({ ...row, language: language as Language }));
}
