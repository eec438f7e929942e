import type { z } from "zod";
import type { ConfirmSecondFactorInput } from "@/lib/contract/inputs";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { Conflict, Refusal } from "@/lib/core/errors";
import { spendTotp } from "./check-code";
import { lockUser } from "./load";
import { ownId } from "./own";
import { replaceRecoveryCodes } from "./recovery-codes";

/**
 * The app shows the right code: from now on the second factor is asked for, and this session has proven it.
 * @returns the recovery codes, this once
 * @throws Refusal wrong-code; Conflict wrong-state without an offer, or when it is confirmed already
 */
export async function confirmSecondFactor(
  ctx: Context,
  { code }: z.output<typeof ConfirmSecondFactorInput>,
): Promise<{ recoveryCodes: string[] }> {
  const { id: userId, sessionId } = ownId(ctx.actor);
  return change(ctx, async ({ tx, audit, emit }) => {
    const user = await lockUser(tx, userId);
    if (user.totpSecret === null || user.totpConfirmedAt !== null) throw new Conflict("wrong-state");
    if (!(await spendTotp(tx, ctx.vault, user, code.replace(/\s/g, ""), ctx.now))) throw new Refusal("wrong-code");
    await tx.user.update({ where: { id: userId }, data: { totpConfirmedAt: ctx.now } });
    await tx.session.updateMany({ where: { id: sessionId, userId }, data: { secondFactorAt: ctx.now } });
    const recoveryCodes = await replaceRecoveryCodes(tx, ctx.vault, userId);
    audit("account.second-factor-confirmed", { userId });
    emit([`user:${userId}`], { type: "account.changed", userId });
    return { recoveryCodes };
  });
}
