import type { IncomingMessage } from "node:http";
import { z } from "zod";
import { CURSOR_PATTERN } from "@/lib/contract/cursor";
import type { Handshake } from "@/lib/contract/events";

type Headers = Pick<IncomingMessage, "headers">;

/**
 * Does the request come from a page of ours? Socket.IO's `cors.origin` does not stop a cross-site WebSocket, which carries the cookies
 * along (design.md §4). A browser names the origin of every WebSocket; without one it is a program, which has no one's cookies to abuse,
 * or a same-origin poll, which `Sec-Fetch-Site` vouches for.
 */
export function isOwnOrigin({ headers }: Headers, appUrl: string): boolean {
  const { origin, host } = headers;
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  if (origin === undefined) return true;
  const from = URL.canParse(origin) ? new URL(origin).host : null;
  return from !== null && (from === host || from === new URL(appUrl).host);
}

const HandshakeInput = z.object({
  as: z.enum(["desk", "visitor"]),
  cursor: z.string().regex(CURSOR_PATTERN),
  v: z.int(),
  watching: z.uuid().optional(),
}) satisfies z.ZodType<Handshake>;

export const WatchInput = z.object({ conversationId: z.uuid(), cursor: z.string().regex(CURSOR_PATTERN) }).nullable();
export const TypingInput = z.object({
  conversationId: z.uuid(),
  typing: z.boolean(),
  mode: z.enum(["reply", "note"]).optional(),
});

/** Null: not what a client of ours says. */
export function readHandshake(auth: unknown): Handshake | null {
  const parsed = HandshakeInput.safeParse(auth);
  return parsed.success ? parsed.data : null;
}

/** Connections by address. A proxy on the same machine hides everybody behind the loopback address, which is not limited. */
export class AddressLimit {
  readonly #open = new Map<string, number>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  admits(address: string): boolean {
    return isLoopback(address) || (this.#open.get(address) ?? 0) < this.#most;
  }

  /** @returns how to give the place back, once */
  take(address: string): () => void {
    this.#open.set(address, (this.#open.get(address) ?? 0) + 1);
    let given = false;
    return () => {
      if (given) return;
      given = true;
      const left = (this.#open.get(address) ?? 1) - 1;
      if (left > 0) this.#open.set(address, left);
      else this.#open.delete(address);
    };
  }
}

function isLoopback(address: string): boolean {
  return address === "" || address === "::1" || /^(::ffff:)?127\./.test(address);
}

const BURST = 30;
const PER_SECOND = 5;

/** A token bucket for what a client says over its socket; all of it may be dropped. `at` in milliseconds of any steady clock. */
export function spend(budget: { tokens: number; at: number }, at: number): boolean {
  budget.tokens = Math.min(BURST, budget.tokens + ((at - budget.at) / 1000) * PER_SECOND);
  budget.at = at;
  if (budget.tokens < 1) return false;
  budget.tokens -= 1;
  return true;
}

export const fullBudget = (at: number) => ({ tokens: BURST, at });
