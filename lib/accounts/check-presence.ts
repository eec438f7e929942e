import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { permit } from "@/lib/core/permission";
import { readSettings } from "@/lib/core/settings";
import { loadChanged } from "./load-changed";
import { wakeRouting } from "./wake-routing";

/**
 * Job `routing.check-presence`: whose heartbeats are too old is away. What was on offer to them goes to the next one; what they hold
 * stays theirs, where supervisors see that its counsellor is away.
 */
export async function checkPresence(ctx: Context): Promise<{ away: string[] }> {
  return change(ctx, async (work) => {
    permit(ctx.actor, "routing.run");
    const { awayAfterSeconds } = await readSettings(work.tx);
    const before = new Date(ctx.now.getTime() - awayAfterSeconds * 1000);
    // Skipped rows are being written at this moment: by a heartbeat, or by another check.
    const rows = await work.tx.$queryRaw<{ id: string }[]>`
      select user_id as id from presence where present and (last_seen_at is null or last_seen_at <= ${before})
       order by user_id for update skip locked`;
    const away = rows.map((row) => row.id);
    if (away.length === 0) return { away };
    await work.tx.presence.updateMany({ where: { userId: { in: away } }, data: { present: false } });
    work.audit("presence.lost", { userIds: away });
    await loadChanged(work, away);
    for (const userId of away) work.enqueue("routing.withdraw-offers", { userId });
    wakeRouting(work, "away");
    return { away };
  });
}
