import { loadChanged } from "@/lib/accounts/load-changed";
import { wakeRouting } from "@/lib/accounts/wake-routing";
import type { Change } from "@/lib/core/change";

/**
 * Compares what the desk was last told about who is on duty with the shifts, and tells the difference.
 * @param userId one person only, whose shifts were just changed
 */
export async function tellDuty(work: Change, userId: string | null): Promise<{ started: string[]; ended: string[] }> {
  const { tx, ctx } = work;
  // Who has never opened a screen is on the desk's list of colleagues all the same.
  await tx.$executeRaw`
    insert into presence (user_id, since)
    select distinct s.user_id, ${ctx.now}::timestamptz from shift s
     where s.start_at <= ${ctx.now} and s.end_at > ${ctx.now} and (${userId}::uuid is null or s.user_id = ${userId}::uuid)
       and not exists (select 1 from presence p where p.user_id = s.user_id)
    on conflict (user_id) do nothing`;
  const rows = await tx.$queryRaw<{ id: string; onDuty: boolean }[]>`
    with actual as (
      select p.user_id, exists (select 1 from shift s join app_user u on u.id = s.user_id and u.deactivated_at is null
                                 where s.user_id = p.user_id and s.start_at <= ${ctx.now} and s.end_at > ${ctx.now}) as on_duty
        from presence p where ${userId}::uuid is null or p.user_id = ${userId}::uuid
       order by p.user_id for update of p skip locked
    )
    update presence p set on_duty = actual.on_duty from actual
     where p.user_id = actual.user_id and p.on_duty <> actual.on_duty
    returning p.user_id as id, p.on_duty as "onDuty"`;
  const of = (onDuty: boolean) => rows.filter((row) => row.onDuty === onDuty).map((row) => row.id);
  await loadChanged(
    work,
    rows.map((row) => row.id),
  );
  if (rows.length > 0) wakeRouting(work, "duty");
  return { started: of(true), ended: of(false) };
}
