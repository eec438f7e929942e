import type { z } from "zod";
import type { ConfirmSecondFactorInput } from "@/lib/contract/inputs";
import type { Role } from "@/lib/contract/roles";
import { change } from "@/lib/core/change";
import { config } from "@/lib/core/config";
import type { Context } from "@/lib/core/context";
import { Conflict, Refusal } from "@/lib/core/errors";
import { checkCode } from "./check-code";
import { lockUser } from "./load";
import { ownId } from "./own";
import { removeSecondFactor } from "./remove-second-factor";
import { requiresSecondFactor } from "./second-factor-rule";
import { claimAttempt, forgetFailures } from "./slow-down";

/**
 * One's own second factor off, with one more code. Not where it is required.
 * @throws Refusal second-factor-required | wrong-code | too-many; Conflict wrong-state when there is none
 */
export async function disableSecondFactor(
  ctx: Context,
  { code }: z.output<typeof ConfirmSecondFactorInput>,
  demo: boolean = config().demo,
): Promise<void> {
  const { id: userId } = ownId(ctx.actor);
  await claimAttempt(ctx, { code: userId });
  await change(ctx, async (work) => {
    const user = await lockUser(work.tx, userId);
    if (requiresSecondFactor(user.roles as Role[], demo)) throw new Refusal("second-factor-required");
    if (user.totpConfirmedAt === null) throw new Conflict("wrong-state");
    if (!(await checkCode(work.tx, ctx.vault, user, code, ctx.now))) throw new Refusal("wrong-code");
    await removeSecondFactor(work, userId);
    await forgetFailures(work.ctx, { code: userId });
    work.audit("account.second-factor-disabled", { userId });
    work.emit([`user:${userId}`], { type: "account.changed", userId });
  });
}
