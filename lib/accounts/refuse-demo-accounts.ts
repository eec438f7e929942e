import { change } from "@/lib/core/change";
import { config } from "@/lib/core/config";
import type { Context } from "@/lib/core/context";
import { permit } from "@/lib/core/permission";
import { endSessions } from "./end-sessions";

/**
 * Asked at every start: in production no demonstration account may be active, whose password stands in the README. Deactivates
 * what a copied database brought along, the last administrator too. @returns their ids
 */
export async function refuseDemoAccounts(ctx: Context, demo: boolean = config().demo): Promise<string[]> {
  permit(ctx.actor, "accounts.list");
  if (demo) return [];
  return change(ctx, async (work) => {
    const users = await work.tx.user.updateManyAndReturn({
      where: { demo: true, deactivatedAt: null },
      data: { deactivatedAt: ctx.now },
      select: { id: true },
    });
    for (const { id } of users) {
      await endSessions(work, id, "deactivated");
      work.audit("account.deactivated", { userId: id, demo: true });
    }
    return users.map((user) => user.id);
  });
}
