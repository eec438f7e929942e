import type { Context } from "@/lib/core/context";
import type { Tx } from "@/lib/core/db";
import { spendRecoveryCode } from "./recovery-codes";
import { totpStep } from "./totp";

export interface SecondFactor {
  id: string;
  totpSecret: Uint8Array | null;
  totpLastStep: number | null;
  vaultKeyId: string;
}

/** Where a person's TOTP secret is sealed. */
export const totpPlace = (userId: string) => ({ table: "app_user", column: "totp_secret", row: userId });

/** Accepts a code of the authenticator app or a recovery code, once: both are spent by a conditional update. */
export async function checkCode(tx: Tx, vault: Context["vault"], user: SecondFactor, code: string, now: Date): Promise<boolean> {
  const digits = code.replace(/\s/g, "");
  if (/^\d{6}$/.test(digits)) return spendTotp(tx, vault, user, digits, now);
  return spendRecoveryCode(tx, vault, user.id, code, now);
}

/** Accepts a code of the app only: what proves that the app itself works. */
export async function spendTotp(tx: Tx, vault: Context["vault"], user: SecondFactor, code: string, now: Date): Promise<boolean> {
  if (user.totpSecret === null) return false;
  await vault.loadKeys(tx, [user.vaultKeyId]);
  const step = await totpStep(vault.open(user.vaultKeyId, totpPlace(user.id), user.totpSecret), code, now, user.totpLastStep);
  if (step === null) return false;
  const { count } = await tx.user.updateMany({
    where: { id: user.id, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
    data: { totpLastStep: step },
  });
  return count === 1;
}
