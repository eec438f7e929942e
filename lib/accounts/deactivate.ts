import type { z } from "zod";
import type { UserInput } from "@/lib/contract/inputs";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { Conflict } from "@/lib/core/errors";
import { permitAccount } from "@/lib/core/permission";
import { colleagueChanged } from "./colleague-changed";
import { endSessions } from "./end-sessions";
import { lockAdministrators, lockUser } from "./load";

/**
 * Somebody leaves: no way in any more, every session ends, nothing is offered to them. What they wrote keeps their name;
 * what they hold is a supervisor's to re-assign.
 * @throws Conflict last-administrator
 */
export async function deactivate(ctx: Context, { userId }: z.output<typeof UserInput>): Promise<void> {
  await change(ctx, async (work) => {
    const administrators = await lockAdministrators(work.tx);
    permitAccount(ctx.actor, "account.manage", { id: userId });
    const user = await lockUser(work.tx, userId);
    if (user.deactivatedAt !== null) return;
    if (administrators.length === 1 && administrators[0] === userId) throw new Conflict("last-administrator");
    await work.tx.user.update({ where: { id: userId }, data: { deactivatedAt: ctx.now } });
    await endSessions(work, userId, "deactivated");
    await work.tx.presence.updateMany({ where: { userId }, data: { present: false } });
    await colleagueChanged(work, userId);
    work.enqueue("routing.withdraw-offers", { userId });
    work.audit("account.deactivated", { userId });
  });
}
