import type { z } from "zod";
import type { ChangePasswordInput } from "@/lib/contract/inputs";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { Refusal } from "@/lib/core/errors";
import { endSessions } from "./end-sessions";
import { lockUser } from "./load";
import { hashPassword, verifyPassword } from "./password-hash";
import { ownId } from "./own";
import { claimAttempt, forgetFailures } from "./slow-down";

/**
 * One's own password, by whoever still knows the current one. Every other session ends.
 * @throws Refusal wrong-credentials | too-many
 */
export async function changePassword(ctx: Context, input: z.output<typeof ChangePasswordInput>): Promise<void> {
  const { id: userId, sessionId } = ownId(ctx.actor);
  await claimAttempt(ctx, { password: userId });
  const { passwordHash: before } = await ctx.db.user.findUniqueOrThrow({ where: { id: userId } });
  if (!(await verifyPassword(before, input.current))) throw new Refusal("wrong-credentials");
  // Outside the transaction: a hash takes longer than everything else in it.
  const passwordHash = await hashPassword(input.next);
  await change(ctx, async (work) => {
    const user = await lockUser(work.tx, userId);
    if (user.passwordHash !== before || user.deactivatedAt !== null) throw new Refusal("wrong-credentials");
    await work.tx.user.update({ where: { id: userId }, data: { passwordHash } });
    await forgetFailures(work.ctx, { password: userId });
    const ended = await endSessions(work, userId, "password-changed", { but: sessionId });
    work.audit("account.password-changed", { userId, ended });
  });
}
