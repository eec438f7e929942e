import { changeSilently } from "./change";
import type { Context } from "./context";
import { pruneEvents } from "./event-log";
import { readSettings } from "./settings";

const HOUR = 3_600_000;
/** Answers kept for repeated requests; a retry later than this is a new request. */
const IDEMPOTENCY_HOURS = 48;

/** Job `core.sweep`: drops what is kept for a time only (old events, old answers). Nothing of a person is touched. */
export async function sweep(ctx: Context): Promise<void> {
  await changeSilently(ctx, "retention of technical rows", async ({ tx }) => {
    const { eventLogDays } = await readSettings(tx);
    await pruneEvents(tx, new Date(ctx.now.getTime() - eventLogDays * 24 * HOUR));
    await tx.idempotencyKey.deleteMany({ where: { createdAt: { lt: new Date(ctx.now.getTime() - IDEMPOTENCY_HOURS * HOUR) } } });
  });
}
