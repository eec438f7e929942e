import { dangerRank, type DangerLevel } from "./danger";

/** What the order of the queue depends on. */
export interface Waiting {
  id: string;
  danger: DangerLevel;
  /** ISO instant. */
  waitingSince: string;
}

/** Why somebody stands where they stand. */
export interface QueueStanding {
  /** Danger rank, 0–4. */
  level: number;
  /** Steps gained by waiting; never past F3, so that an imminent danger always stays in front. */
  aged: number;
  waitedMs: number;
}

/** One step up for every `ageingMinutes` waited, up to F3 (domain.md §3: level, then waiting time, with ageing). */
export function standing(entry: Waiting, now: number, ageingMinutes: number): QueueStanding {
  const level = dangerRank(entry.danger);
  const waitedMs = Math.max(0, now - Date.parse(entry.waitingSince));
  const steps = Math.floor(waitedMs / (ageingMinutes * 60_000));
  return { level, aged: Math.max(0, Math.min(steps, 3 - level)), waitedMs };
}

/** The queue in the order in which people are answered. Pure and total: ties end with the id. */
export function orderQueue<T extends Waiting>(entries: readonly T[], now: number, ageingMinutes: number): T[] {
  const key = new Map(entries.map((entry) => [entry.id, standing(entry, now, ageingMinutes)]));
  return [...entries].sort((a, b) => {
    const [x, y] = [key.get(a.id)!, key.get(b.id)!];
    return (
      y.level + y.aged - (x.level + x.aged) ||
      y.level - x.level ||
      Date.parse(a.waitingSince) - Date.parse(b.waitingSince) ||
      (a.id < b.id ? -1 : 1)
    );
  });
}
