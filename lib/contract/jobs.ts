/** Every job, by name, with its payload: ids only, never content. `worker.ts` joins names to verbs; one missing does not compile. */
export interface JobCatalogue {
  "triage.take-turn": { conversationId: string };
  "routing.assign-next": { because: string };
  "routing.expire-offer": { conversationId: string; offerId: string };
  "routing.check-presence": Record<string, never>;
  "audit.seal": Record<string, never>;
  "core.sweep": Record<string, never>;
}
export type JobName = keyof JobCatalogue;
