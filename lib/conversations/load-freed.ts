import type { Change } from "@/lib/core/change";

/**
 * After somebody has one conversation or offer fewer: their row on the desks reads differently, there is room for whoever waits, and
 * idle time begins if what ended was the last one they held.
 */
export async function loadFreed({ tx, ctx, emit, enqueue }: Change, userId: string, ended: "held" | "offered"): Promise<void> {
  const [presence] = await tx.$queryRaw<{ version: number }[]>`
    update presence
       set version = version + 1,
           idle_since = case
             when ${ended} = 'held' and not exists (select from conversation where counsellor_id = ${userId}::uuid and state = 'active')
             then ${ctx.now}::timestamptz else idle_since end
     where user_id = ${userId}::uuid
    returning version`;
  if (presence) emit(["desk"], { type: "colleague.changed", userId, version: presence.version });
  enqueue("routing.assign-next", { because: "capacity-freed" }, { queue: "routing", key: "routing.assign-next" });
}
