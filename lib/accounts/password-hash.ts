import { Algorithm, hash, verify, type Options } from "@node-rs/argon2";

/** OWASP Password Storage Cheat Sheet, Argon2id: 19 MiB, two passes, one lane. */
export const PARAMETERS = {
  algorithm: 2 as Algorithm.Argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
} satisfies Options;

/** Of a random value that nobody has, under the same parameters: what is verified where there is no account to verify against. */
export const NOBODYS_HASH = "$argon2id$v=19$m=19456,t=2,p=1$FmhBft87bfKEPYhJhx/Ehg$rI/9j6fGGkTHm4xgz0n955yvyo2nVii3jPiLbnquvP8";

/** Argon2id, with a salt of its own. */
export async function hashPassword(password: string): Promise<string> {
  return hash(normalise(password), PARAMETERS);
}

/** Exactly one verification whatever there is to compare with, so that an unknown account takes the time of a wrong password. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const same = await verify(stored ?? NOBODYS_HASH, normalise(password));
  return stored !== null && same;
}

/** The same characters typed on another keyboard are the same password (NIST SP 800-63B §5.1.1.2). */
function normalise(password: string): string {
  return password.normalize("NFKC");
}
