import type { Skill } from "@/lib/contract/roles";
import type { WaitView } from "@/lib/contract/views";

/** Somebody who waits, in the order in which people are answered. */
export interface Queued {
  id: string;
  skill: Skill;
  /** Somebody has it on their screen already and a place reserved for it. */
  offered: boolean;
}

/** Somebody who is there to answer. */
export interface Seat {
  skills: readonly Skill[];
  capacity: number;
  free: number;
}

/** Minutes until an offer is taken, at most, when all goes well. */
const ANSWERED_WITHIN = 2;
/** Conversations do not end like clockwork: half and one and a half times the reckoned wait frame most of them. */
const EARLY = 0.5;
const LATE = 1.5;

/**
 * An honest wait for everyone in the queue: the place, and a range from who is there, their free places and how long conversations
 * take. Nobody there who answers: no range, because nobody can say.
 * @param queue in the real order (orderQueue)
 * @param minutes typical length of a conversation
 */
export function waitRanges(queue: readonly Queued[], seats: readonly Seat[], minutes: number): Map<string, WaitView> {
  const ahead = new Map<Skill, number>();
  let allAhead = 0;
  const views = new Map<string, WaitView>();
  queue.forEach((entry, index) => {
    // Without a specialist the conversation goes to whoever listens, as in assign-next.
    const skill = seats.some((seat) => serves(seat, entry.skill)) ? entry.skill : "listening";
    const same = ahead.get(skill) ?? 0;
    // Those who need another specialist do not stand in the way; those who need a listener may, or may not.
    const overlapping = skill === "listening" ? allAhead : same + (ahead.get("listening") ?? 0);
    const range = rangeOf(
      entry,
      seats.filter((seat) => serves(seat, skill)),
      { same, overlapping },
      minutes,
    );
    views.set(entry.id, { place: index + 1, range });
    if (!entry.offered) {
      ahead.set(skill, same + 1);
      allAhead += 1;
    }
  });
  return views;
}

function rangeOf(
  entry: Queued,
  seats: readonly Seat[],
  ahead: { same: number; overlapping: number },
  minutes: number,
): WaitView["range"] {
  const capacity = seats.reduce((sum, seat) => sum + seat.capacity, 0);
  if (capacity <= 0) return null;
  if (entry.offered) return { min: 0, max: ANSWERED_WITHIN };
  const free = seats.reduce((sum, seat) => sum + Math.max(0, seat.free), 0);
  // With `capacity` conversations going on, one ends every minutes/capacity on average.
  const until = (before: number) => (Math.max(0, before + 1 - free) * minutes) / capacity;
  const min = roundDown(until(ahead.same) * EARLY);
  return { min, max: Math.max(min + ANSWERED_WITHIN, roundUp(until(ahead.overlapping) * LATE)) };
}

function serves(seat: Seat, skill: Skill): boolean {
  return seat.capacity > 0 && (skill === "listening" || seat.skills.includes(skill));
}

/** Nobody believes "17 to 23 minutes": to 1 below ten, to 5 below an hour, to 10 beyond. */
const step = (minutes: number): number => (minutes < 10 ? 1 : minutes < 60 ? 5 : 10);
const roundDown = (minutes: number): number => Math.floor(minutes / step(minutes)) * step(minutes);
const roundUp = (minutes: number): number => Math.ceil(minutes / step(minutes)) * step(minutes);
