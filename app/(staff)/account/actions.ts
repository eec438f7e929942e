"use server";
import { action } from "@/app/_doors/action";
import { changePassword } from "@/lib/accounts/change-password";
import { confirmSecondFactor } from "@/lib/accounts/confirm-second-factor";
import { disableSecondFactor } from "@/lib/accounts/disable-second-factor";
import { enrolSecondFactor } from "@/lib/accounts/enrol-second-factor";
import { proveSecondFactor } from "@/lib/accounts/prove-second-factor";
import { revokeAll } from "@/lib/accounts/revoke-all";
import { revokeSession } from "@/lib/accounts/revoke-session";
import { ChangePasswordInput, ConfirmSecondFactorInput, NoInput, RevokeSessionInput, UserInput } from "@/lib/contract/inputs";
import { qrPath } from "./qr-path";

export const revokeSessionAction = action(RevokeSessionInput, "account.own", revokeSession);
export const revokeOthersAction = action(UserInput, "account.own", revokeAll);
export const changePasswordAction = action(ChangePasswordInput, "account.own", changePassword);
export const enrolAction = action(NoInput, "account.own", async (ctx) => {
  const offer = await enrolSecondFactor(ctx);
  return { secret: offer.secret, qr: qrPath(offer.uri) };
});
export const confirmAction = action(ConfirmSecondFactorInput, "account.own", confirmSecondFactor);
export const proveAction = action(ConfirmSecondFactorInput, "account.own", proveSecondFactor);
export const disableAction = action(ConfirmSecondFactorInput, "account.own", (ctx, input) => disableSecondFactor(ctx, input));
