import type { ActivitySignal } from "@/lib/contract/events";

/** Signals as they were heard, by who gave them. */
export type Heard = ReadonlyMap<string, { signal: ActivitySignal; at: number }>;

/** The server repeats what still holds every ten seconds; what is not repeated is over, even if the "gone" was lost. */
const FORGET_AFTER_MS: Record<ActivitySignal["activity"], number> = { typing: 8000, viewing: 25_000, gone: 0 };

/** Puts a signal in the place of the former one of the same person. */
export function withSignal(heard: Heard, signal: ActivitySignal, at: number): Heard {
  const who = signal.who.kind === "visitor" ? "visitor" : signal.who.id;
  const next = new Map(heard);
  if (signal.activity === "gone") next.delete(who);
  else next.set(who, { signal, at });
  return next;
}

/** What still holds. */
export function activeNow(heard: Heard, now: number): ActivitySignal[] {
  return [...heard.values()].filter(({ signal, at }) => now - at < FORGET_AFTER_MS[signal.activity]).map(({ signal }) => signal);
}
