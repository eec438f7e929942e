import type { Change } from "@/lib/core/change";

/** Forgets the authenticator app and the recovery codes of a person, inside a change. */
export async function removeSecondFactor({ tx }: Pick<Change, "tx">, userId: string): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { totpSecret: null, totpConfirmedAt: null, totpLastStep: null } });
  await tx.recoveryCode.deleteMany({ where: { userId } });
}
