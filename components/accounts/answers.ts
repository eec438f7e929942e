import type { Problem } from "@/lib/contract/refusals";

/** What a server action of the accounts answers (app/_doors/action.ts). */
export type Answer<T = void> = { ok: true; value: T } | { ok: false; problem: Problem };

export interface QrOffer {
  secret: string;
  qr: { size: number; path: string };
}
