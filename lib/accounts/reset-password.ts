import type { z } from "zod";
import type { ResetPasswordInput } from "@/lib/contract/inputs";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { permitAccount } from "@/lib/core/permission";
import { endSessions } from "./end-sessions";
import { lockUser } from "./load";
import { hashPassword } from "./password-hash";
import { forgetFailures } from "./slow-down";

/** A new password from an administrator. Every session of the person ends; the second factor stays. */
export async function resetPassword(ctx: Context, input: z.output<typeof ResetPasswordInput>): Promise<void> {
  const { userId } = input;
  permitAccount(ctx.actor, "account.manage", { id: userId });
  const passwordHash = await hashPassword(input.password);
  await change(ctx, async (work) => {
    const user = await lockUser(work.tx, userId);
    await work.tx.user.update({ where: { id: userId }, data: { passwordHash } });
    await forgetFailures(work.ctx, { email: user.email, password: userId });
    const ended = await endSessions(work, userId, "password-changed");
    work.audit("account.password-reset", { userId, ended });
  });
}
