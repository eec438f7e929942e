/** What is slowed down: guesses at one account, from one network address, at one second factor, at the password of an open session. */
export const GATES = ["address", "email", "code", "password"] as const;
export type Gate = (typeof GATES)[number];

interface Pace {
  /** Failures that cost nothing: people mistype. */
  free: number;
  firstSeconds: number;
  /** A wait ends: an account that somebody else guesses at is slow, never locked. */
  mostSeconds: number;
  /** After so long without a failure, the count starts again. */
  forgetSeconds: number;
}

const PACES: Record<Gate, Pace> = {
  // A whole helpline sits behind one address.
  address: { free: 100, firstSeconds: 1, mostSeconds: 30, forgetSeconds: 3600 },
  email: { free: 5, firstSeconds: 2, mostSeconds: 60, forgetSeconds: 3600 },
  // Only who has the password gets here, and six digits are few: 15 minutes a guess.
  code: { free: 5, firstSeconds: 5, mostSeconds: 900, forgetSeconds: 86_400 },
  password: { free: 5, firstSeconds: 2, mostSeconds: 60, forgetSeconds: 3600 },
};

/** Rows older than this mean nothing any more. */
export const LONGEST_MEMORY_SECONDS = Math.max(...GATES.map((gate) => PACES[gate].forgetSeconds));

/** Failures counted once this attempt is one too. */
export function failuresWith(gate: Gate, before: { failures: number; lastAt: Date } | null, now: Date): number {
  if (before === null || now.getTime() - before.lastAt.getTime() > PACES[gate].forgetSeconds * 1000) return 1;
  return before.failures + 1;
}

/** Seconds until the next attempt after so many failures: doubles, up to a limit. */
export function secondsAfter(gate: Gate, failures: number): number {
  const { free, firstSeconds, mostSeconds } = PACES[gate];
  if (failures <= free) return 0;
  // Beyond 2^20 every pace has reached its limit; the power must not overflow.
  return Math.min(mostSeconds, firstSeconds * 2 ** Math.min(failures - free - 1, 20));
}
