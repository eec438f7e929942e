import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { permit } from "@/lib/core/permission";

const BATCH = 500;

/**
 * Re-wraps every data key and the look-up key under the current master key, in batches that do not hold anybody up; content is not
 * touched. Safe to stop and to run again. @returns how many keys
 */
export async function rotateMasterKey(ctx: Context, progress: (done: number) => void = () => undefined): Promise<number> {
  permit(ctx.actor, "settings.edit");
  for (let done = 0; ;) {
    const batch = await change(ctx, async ({ tx, audit }) => {
      const rotated = await ctx.vault.rotate(tx, BATCH);
      if (rotated > 0) audit("vault.rotated", { keys: rotated, masterVersion: ctx.vault.masterVersion });
      return rotated;
    });
    if (batch === 0) return done;
    done += batch;
    progress(done);
  }
}
