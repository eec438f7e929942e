import { generateSecret, generateURI, verify } from "otplib";

/** RFC 6238 as every authenticator app does it: SHA-1, six digits, thirty seconds. */
const PERIOD = 30;

/** 160 random bits in base 32. */
export function newTotpSecret(): string {
  return generateSecret({ length: 20 });
}

/** What the QR code says. */
export function totpUri(secret: string, email: string): string {
  return generateURI({ issuer: "3018", label: email, secret, period: PERIOD });
}

/**
 * The time step that a code belongs to, within one step of now (a clock that is off, a code typed at its end), if that step has not
 * been used: RFC 6238 §5.2. Null when the code is wrong.
 */
export async function totpStep(secret: string, code: string, now: Date, lastStep: number | null): Promise<number | null> {
  if (!/^\d{6}$/.test(code)) return null;
  const result = await verify({
    secret,
    token: code,
    period: PERIOD,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: PERIOD,
    afterTimeStep: lastStep ?? undefined,
  });
  return result.valid && "timeStep" in result ? result.timeStep : null;
}
