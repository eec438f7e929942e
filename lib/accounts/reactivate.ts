import type { z } from "zod";
import type { UserInput } from "@/lib/contract/inputs";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { Conflict } from "@/lib/core/errors";
import { config } from "@/lib/core/config";
import { permitAccount } from "@/lib/core/permission";
import { colleagueChanged } from "./colleague-changed";
import { lockUser } from "./load";

/**
 * Somebody comes back, with the roles, the password and the second factor they had.
 * @throws Conflict wrong-state for a demonstration account in production
 */
export async function reactivate(
  ctx: Context,
  { userId }: z.output<typeof UserInput>,
  demo: boolean = config().demo,
): Promise<void> {
  await change(ctx, async (work) => {
    permitAccount(ctx.actor, "account.manage", { id: userId });
    const user = await lockUser(work.tx, userId);
    if (user.deactivatedAt === null) return;
    if (user.demo && !demo) throw new Conflict("wrong-state");
    await work.tx.user.update({ where: { id: userId }, data: { deactivatedAt: null } });
    await colleagueChanged(work, userId);
    work.audit("account.reactivated", { userId });
  });
}
