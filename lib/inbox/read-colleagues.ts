import { COUNSELLOR_ROLES, type Role, type Skill } from "@/lib/contract/roles";
import type { ColleagueView } from "@/lib/contract/views";
import type { Tx } from "@/lib/core/db";
import { onDutyIds } from "@/lib/shifts/on-duty";

const DESK_ROLES: readonly Role[] = [...COUNSELLOR_ROLES, "supervisor"];

interface Row {
  id: string;
  name: string;
  roles: Role[];
  skills: Skill[];
  capacity: number;
  version: number;
  state: string;
  present: boolean;
  load: number;
}

/**
 * Everybody who sits at a desk, with their load: what they hold and what is on offer to them, as routing counts it.
 * @param ids only these; an account that is closed or has no desk any more is left out
 */
export async function readColleagues(tx: Tx, now: Date, ids: readonly string[] | null = null): Promise<ColleagueView[]> {
  const only = ids === null ? null : [...ids];
  const rows = await tx.$queryRaw<Row[]>`
    select u.id, u.name, u.roles, u.skills, u.capacity, coalesce(p.version, 0) as version, coalesce(p.state, 'available') as state,
           coalesce(p.present, false) as present,
           (select count(*) from conversation c where c.counsellor_id = u.id and c.state = 'active')::int
             + (select count(*) from offer o where o.user_id = u.id and o.ended_at is null)::int as load
      from app_user u left join presence p on p.user_id = u.id
     where u.deactivated_at is null and u.roles && ${[...DESK_ROLES]}::text[]
       and (${only}::uuid[] is null or u.id = any(${only}::uuid[]))
     order by u.name, u.id`;
  const onDuty = await onDutyIds(tx, now);
  return rows.map(({ state, present, ...row }) => ({
    ...row,
    onDuty: onDuty.has(row.id),
    presence: !present ? "away" : state === "paused" ? "paused" : "available",
  }));
}
