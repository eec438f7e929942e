import { change, changeSilently } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { Refusal } from "@/lib/core/errors";
import { permit } from "@/lib/core/permission";
import { loadChanged } from "./load-changed";
import { wakeRouting } from "./wake-routing";

/** The gateway says that a screen of this person is open. Almost always only a time; the first one after an absence is an arrival. */
export async function recordHeartbeat(ctx: Context): Promise<void> {
  const { actor } = ctx;
  permit(actor, "presence.set");
  if (actor.kind !== "staff") throw new Refusal("forbidden");
  const still = await changeSilently(ctx, "a heartbeat of an open screen", ({ tx }) =>
    tx.presence.updateMany({ where: { userId: actor.id, present: true }, data: { lastSeenAt: ctx.now } }),
  );
  if (still.count > 0) return;
  await change(ctx, async (work) => {
    await work.tx.$executeRaw`
      insert into presence (user_id, since) values (${actor.id}::uuid, ${ctx.now}) on conflict (user_id) do nothing`;
    // Who comes back is idle from now on, not since yesterday.
    const arrived = await work.tx.presence.updateMany({
      where: { userId: actor.id, present: false },
      data: { present: true, lastSeenAt: ctx.now, idleSince: null },
    });
    work.audit("presence.arrived", { userId: actor.id });
    if (arrived.count === 0) return;
    await loadChanged(work, [actor.id]);
    wakeRouting(work, "arrived");
  });
}
