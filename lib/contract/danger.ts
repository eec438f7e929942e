/**
 * The danger ladder (domain.md §3). Codes are stable: they are stored, exported and printed.
 * FX is "not assessed yet" and is queued as F1.
 */
export const DANGER_LEVELS = ["FX", "F0", "F1", "F2", "F3", "F4"] as const;
export type DangerLevel = (typeof DANGER_LEVELS)[number];

const RANK: Record<DangerLevel, number> = { F0: 0, FX: 1, F1: 1, F2: 2, F3: 3, F4: 4 };

/** Place of a level in the queue, 0 (none) to 4 (imminent). FX counts as F1 (domain.md §3, a choice). */
export function dangerRank(level: DangerLevel): number {
  return RANK[level];
}

/** True when going from `from` to `to` raises the danger; naming an unassessed one F1 or more is a raise, F0 a lowering. */
export function isRaise(from: DangerLevel, to: DangerLevel): boolean {
  if (from === "FX") return to !== "F0" && to !== "FX";
  return RANK[to] > RANK[from];
}

/** The four quick questions beside a conversation: ideas, plan, means, within 48 hours; and three facts. */
export const DANGER_QUESTIONS = ["ideas", "plan", "means", "delay", "previousAttempt", "aloneNow", "placeKnown"] as const;
export type DangerQuestion = (typeof DANGER_QUESTIONS)[number];
export type DangerAnswers = Partial<Record<DangerQuestion, boolean>>;

/** What the answers suggest; a person still decides. plan + means + delay = F4, ideas with plan or means = F3, ideas = F2. */
export function suggestDanger(answers: DangerAnswers): DangerLevel | null {
  if (answers.plan && answers.means && answers.delay) return "F4";
  if (answers.plan || answers.means) return "F3";
  if (answers.ideas || answers.delay) return "F2";
  if (answers.ideas === false) return "F0";
  return null;
}
