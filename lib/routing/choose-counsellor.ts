import { dangerRank, type DangerLevel } from "@/lib/contract/danger";
import type { Language, Skill } from "@/lib/contract/roles";
import type { RoutingExplanation } from "@/lib/contract/views";
import { hasSkill, isThere, type CrewMember } from "./crew";

/** What needs a counsellor: somebody who waits, or a relay that nobody has accepted yet. */
export interface WorkItem {
  conversationId: string;
  danger: DangerLevel;
  skill: Skill;
  language: Language;
  /** An open relay: who hands over, and to whom if to one person. */
  relay: { id: string; fromId: string; toId: string | null } | null;
  /** Who let this one pass, and when they last did. */
  passed: ReadonlyMap<string, Date>;
}

export interface Choice {
  explanation: RoutingExplanation;
  /** Everybody with room has let it pass a moment ago: when the first of them may be asked again. */
  askAgainAt: Date | null;
}

type Excluded = RoutingExplanation["excluded"][number];

/**
 * Who is asked next: of those on duty, present, with room and the skill, first who has not let it pass, then who speaks the language,
 * then the least loaded, then the longest idle. Who let it pass is asked again only when everybody with room has, and after a rest.
 */
export function chooseCounsellor(item: WorkItem, crew: readonly CrewMember[], now: Date, restMs: number): Choice {
  const people = crew.filter(
    (member) => member.id !== item.relay?.fromId && (!item.relay?.toId || item.relay.toId === member.id),
  );
  const nobodyHasIt = !people.some((member) => member.onDuty && hasSkill(member, item.skill));
  // A relay already has somebody who listens; and an imminent danger is not kept waiting for a specialist.
  const skillFallback = item.relay === null && nobodyHasIt;
  const skillRequired = !skillFallback && !item.relay?.toId && dangerRank(item.danger) < dangerRank("F4");
  const restedBefore = now.getTime() - restMs;

  const excluded: Excluded[] = [];
  const willing: CrewMember[] = [];
  const resting: { member: CrewMember; until: Date }[] = [];
  for (const member of people) {
    const why = reasonAgainst(member, item, skillRequired);
    const passedAt = item.passed.get(member.id);
    if (why !== null) excluded.push({ person: ref(member), why });
    else if (passedAt && passedAt.getTime() > restedBefore)
      resting.push({ member, until: new Date(passedAt.getTime() + restMs) });
    else willing.push(member);
  }
  excluded.push(...resting.map(({ member }): Excluded => ({ person: ref(member), why: "let-pass" })));
  willing.sort(preference(item));
  const chosen = willing[0];
  return {
    explanation: {
      at: now.toISOString(),
      chosen: chosen ? ref(chosen) : null,
      how: "offered",
      by: null,
      skill: item.skill,
      skillFallback,
      candidates: willing.map((member) => candidate(member, item)),
      excluded: excluded.filter(({ person, why }) => why !== "not-on-duty" || crew.some((c) => c.id === person.id && c.present)),
    },
    askAgainAt: chosen ? null : earliest(resting.map(({ until }) => until)),
  };
}

function reasonAgainst(member: CrewMember, item: WorkItem, skillRequired: boolean): Excluded["why"] | null {
  if (!member.onDuty) return "not-on-duty";
  if (!member.present) return "not-present";
  if (!isThere(member)) return "paused";
  if (skillRequired && !hasSkill(member, item.skill)) return "skill";
  return member.load >= member.capacity ? "full" : null;
}

/** Smaller comes first. Ends with the id, so that the same facts always give the same choice. */
function preference(item: WorkItem): (a: CrewMember, b: CrewMember) => number {
  const rank = (member: CrewMember): number[] => [
    item.passed.has(member.id) ? 1 : 0,
    item.passed.get(member.id)?.getTime() ?? 0,
    hasSkill(member, item.skill) ? 0 : 1,
    member.languages.includes(item.language) ? 0 : 1,
    member.load,
    member.idleSince?.getTime() ?? Number.MAX_SAFE_INTEGER,
  ];
  return (a, b) => {
    const [x, y] = [rank(a), rank(b)];
    const different = x.findIndex((value, index) => value !== y[index]);
    return different >= 0 ? x[different]! - y[different]! : a.id < b.id ? -1 : 1;
  };
}

function candidate(member: CrewMember, item: WorkItem): RoutingExplanation["candidates"][number] {
  return {
    person: ref(member),
    load: member.load,
    capacity: member.capacity,
    idleSince: member.idleSince?.toISOString() ?? null,
    skillMatch: hasSkill(member, item.skill),
    languageMatch: member.languages.includes(item.language),
    letPass: item.passed.has(member.id),
  };
}

const ref = ({ id, name }: CrewMember) => ({ id, name });

function earliest(dates: readonly Date[]): Date | null {
  return dates.length === 0 ? null : new Date(Math.min(...dates.map((date) => date.getTime())));
}
