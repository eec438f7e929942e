import type { Change } from "@/lib/core/change";

/**
 * After conversations or offers of these people began or ended: keeps "idle since", raises the version and tells the desks. The rows
 * are locked in the order of their ids, and counted only then: two changes of one person's load never count past each other.
 */
export async function loadChanged({ tx, ctx, emit }: Change, userIds: readonly (string | null | undefined)[]): Promise<void> {
  const ids = [...new Set(userIds.filter((id) => id != null))].sort();
  if (ids.length === 0) return;
  await tx.$executeRaw`
    insert into presence (user_id, since) select id, ${ctx.now}::timestamptz from unnest(${ids}::uuid[]) as given (id) order by id
    on conflict (user_id) do update set version = presence.version + 1`;
  const rows = await tx.$queryRaw<{ userId: string; version: number }[]>`
    update presence p
       set idle_since = case
             when exists (select 1 from conversation c where c.counsellor_id = p.user_id and c.state = 'active') then null
             else coalesce(p.idle_since, ${ctx.now}::timestamptz) end
     where p.user_id = any (${ids}::uuid[])
    returning p.user_id as "userId", p.version`;
  for (const { userId, version } of rows) emit(["desk"], { type: "colleague.changed", userId, version });
}
