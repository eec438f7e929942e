import { change, changeSilently } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import type { Tx } from "@/lib/core/db";
import { Refusal } from "@/lib/core/errors";
import { failuresWith, GATES, LONGEST_MEMORY_SECONDS, secondsAfter, type Gate } from "./attempt-delay";

/** Whose attempt passes which gate. The database keeps a keyed hash of it only. */
export type Attempt = Partial<Record<Gate, string>>;

/**
 * Counts an attempt as failed before it is tried, so that a hundred guesses at once pass no more than one after the other would. A
 * refused attempt does not lengthen the wait. Commits by itself: the refusal that follows must not undo the count.
 * @throws Refusal too-many, with retryAfterSeconds
 */
export async function claimAttempt(ctx: Context, attempt: Attempt): Promise<void> {
  await changeSilently({ ...ctx, change: undefined }, "counting attempts", async ({ tx }) => {
    let wait = 0;
    // Always in the order of GATES: two attempts lock the same rows in the same order.
    for (const gate of GATES) {
      const who = attempt[gate];
      if (who !== undefined) wait = Math.max(wait, await claim(ctx, tx, gate, who));
    }
    if (wait > 0) throw new Refusal("too-many", { retryAfterSeconds: wait });
  });
}

async function claim({ vault, now }: Context, tx: Tx, gate: Gate, who: string): Promise<number> {
  const key = keyOf(vault, gate, who);
  // Locks the row, or makes it; `xmax = 0` tells that it was not there before.
  const [row] = await tx.$queryRaw<{ failures: number; lastAt: Date; freeAt: Date; fresh: boolean }[]>`
    insert into sign_in_delay as d (key, failures, last_at, free_at) values (${key}, 0, ${now}, ${now})
    on conflict (key) do update set failures = d.failures
    returning failures, last_at as "lastAt", free_at as "freeAt", (xmax = 0) as fresh`;
  const waitMs = row!.freeAt.getTime() - now.getTime();
  if (waitMs > 0) return Math.ceil(waitMs / 1000);
  const failures = failuresWith(gate, row!.fresh ? null : row!, now);
  const freeAt = new Date(now.getTime() + secondsAfter(gate, failures) * 1000);
  await tx.signInDelay.update({ where: { key }, data: { failures, lastAt: now, freeAt } });
  return 0;
}

/** The attempt was right after all, as far as these gates go: takes the claim back, and the wait with it. */
export async function takeBackAttempt(ctx: Context, attempt: Attempt): Promise<void> {
  await changeSilently(ctx, "counting attempts", async ({ tx }) => {
    for (const key of keysOf(ctx, attempt)) {
      await tx.$executeRaw`update sign_in_delay set failures = greatest(failures - 1, 0), free_at = ${ctx.now} where key = ${key}`;
    }
  });
}

/** Signed in: the account starts afresh. Part of the caller's change. */
export async function forgetFailures(ctx: Context, attempt: Attempt): Promise<void> {
  await change(ctx, async ({ tx }) => {
    const old = new Date(ctx.now.getTime() - LONGEST_MEMORY_SECONDS * 1000);
    await tx.signInDelay.deleteMany({ where: { OR: [{ key: { in: keysOf(ctx, attempt) } }, { lastAt: { lt: old } }] } });
  });
}

function keysOf({ vault }: Context, attempt: Attempt) {
  return GATES.flatMap((gate) => {
    const who = attempt[gate];
    return who === undefined ? [] : [keyOf(vault, gate, who)];
  });
}

function keyOf(vault: Context["vault"], gate: Gate, who: string) {
  return vault.lookup(`attempt:${gate}`, who);
}
