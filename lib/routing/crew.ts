import { COUNSELLOR_ROLES, type Language, type Skill } from "@/lib/contract/roles";
import type { Tx } from "@/lib/core/db";

/** Somebody who answers people, as routing sees them at one instant. */
export interface CrewMember {
  id: string;
  name: string;
  skills: Skill[];
  languages: Language[];
  capacity: number;
  /** Conversations held and offers open: an offer reserves its place. */
  load: number;
  onDuty: boolean;
  /** A screen of theirs is open and its heartbeat fresh. */
  present: boolean;
  paused: boolean;
  idleSince: Date | null;
}

/** Everybody who could answer, present or not, in one query. Supervisors answer when they choose to; nothing is offered to them. */
export async function readCrew(tx: Tx, now: Date, awayAfterSeconds: number): Promise<CrewMember[]> {
  return readMembers(tx, now, awayAfterSeconds, null);
}

/** One of them; undefined for somebody who does not answer (any more). */
export async function readMember(tx: Tx, now: Date, awayAfterSeconds: number, userId: string): Promise<CrewMember | undefined> {
  return (await readMembers(tx, now, awayAfterSeconds, userId))[0];
}

async function readMembers(tx: Tx, now: Date, awayAfterSeconds: number, userId: string | null): Promise<CrewMember[]> {
  const freshAfter = new Date(now.getTime() - awayAfterSeconds * 1000);
  return tx.$queryRaw<CrewMember[]>`
    select u.id, u.name, u.skills, u.languages, u.capacity, p.idle_since as "idleSince",
           coalesce(p.present and p.last_seen_at > ${freshAfter}, false) as present,
           coalesce(p.state = 'paused', false) as paused,
           exists (select 1 from shift s where s.user_id = u.id and s.start_at <= ${now} and s.end_at > ${now}) as "onDuty",
           (select count(*) from conversation c where c.counsellor_id = u.id and c.state = 'active')::int
             + (select count(*) from offer o where o.user_id = u.id and o.ended_at is null)::int as load
      from app_user u left join presence p on p.user_id = u.id
     where u.deactivated_at is null and u.roles && ${[...COUNSELLOR_ROLES]}::text[]
       and (${userId}::uuid is null or u.id = ${userId}::uuid)
     order by u.id`;
}

/** Could be offered something now, had they room for it. */
export function isThere(member: CrewMember): boolean {
  return member.onDuty && member.present && !member.paused;
}

/** Listening is everybody's; the others need the skill. */
export function hasSkill(member: Pick<CrewMember, "skills">, skill: Skill): boolean {
  return skill === "listening" || member.skills.includes(skill);
}
