import type { z } from "zod";
import type { ConfirmSecondFactorInput } from "@/lib/contract/inputs";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { Conflict, Refusal } from "@/lib/core/errors";
import { checkCode } from "./check-code";
import { lockUser } from "./load";
import { ownId } from "./own";
import { claimAttempt, forgetFailures } from "./slow-down";

/**
 * A session that began without the second factor (an identity provider, or one older than the enrolment) becomes a whole one.
 * @throws Refusal wrong-code | too-many; Conflict wrong-state when there is none to prove
 */
export async function proveSecondFactor(ctx: Context, { code }: z.output<typeof ConfirmSecondFactorInput>): Promise<void> {
  const { id: userId, sessionId } = ownId(ctx.actor);
  await claimAttempt(ctx, { code: userId });
  await change(ctx, async (work) => {
    const user = await lockUser(work.tx, userId);
    if (user.totpConfirmedAt === null) throw new Conflict("wrong-state");
    if (!(await checkCode(work.tx, ctx.vault, user, code, ctx.now))) throw new Refusal("wrong-code");
    await work.tx.session.updateMany({ where: { id: sessionId, userId }, data: { secondFactorAt: ctx.now } });
    await forgetFailures(work.ctx, { code: userId });
    work.audit("account.second-factor-proven", { userId, sessionId });
  });
}
