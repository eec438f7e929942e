/** Every job, by name, with its payload: ids only, never content. `worker.ts` joins names to verbs; one missing does not compile. */
export interface JobCatalogue {
  "triage.take-turn": { conversationId: string };
  "routing.assign-next": { because: string };
  "routing.expire-offer": { conversationId: string; offerId: string };
  "routing.check-presence": Record<string, never>;
  /** Somebody paused, left or lost the right: what was offered to them goes to the next one. */
  "routing.withdraw-offers": { userId: string };
  /** Shifts begin and end without anybody doing anything. */
  "shifts.check-duty": Record<string, never>;
  "audit.seal": Record<string, never>;
  "core.sweep": Record<string, never>;
}
export type JobName = keyof JobCatalogue;
