import type { SecondFactorOffer } from "@/lib/contract/accounts";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { Conflict } from "@/lib/core/errors";
import { totpPlace } from "./check-code";
import { lockUser } from "./load";
import { ownId } from "./own";
import { newTotpSecret, totpUri } from "./totp";

/**
 * A new secret for one's authenticator app. It counts from its confirmation on; until then each call replaces it.
 * @throws Conflict wrong-state when there is a second factor already
 */
export async function enrolSecondFactor(ctx: Context): Promise<SecondFactorOffer> {
  const { id: userId } = ownId(ctx.actor);
  return change(ctx, async ({ tx, audit }) => {
    const user = await lockUser(tx, userId);
    if (user.totpConfirmedAt !== null) throw new Conflict("wrong-state");
    const secret = newTotpSecret();
    await ctx.vault.loadKeys(tx, [user.vaultKeyId]);
    const totpSecret = ctx.vault.seal(user.vaultKeyId, totpPlace(userId), secret);
    await tx.user.update({ where: { id: userId }, data: { totpSecret, totpLastStep: null } });
    audit("account.second-factor-offered", { userId });
    return { secret, uri: totpUri(secret, user.email) };
  });
}
