import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import type { Actor } from "@/lib/contract/actor";
import { Refusal } from "@/lib/core/errors";

/**
 * How fast one person, and one address, may write. Counted per process: the aim is to keep one script from filling the queue, not to
 * measure anybody. A school stands behind one address, so that limit is wide.
 */
const perVisitor = new RateLimiterMemory({ points: 60, duration: 10 });
const newFromAddress = new RateLimiterMemory({ points: 600, duration: 60 });

type Visitor = Extract<Actor, { kind: "visitor" }>;

/** Lets a known visitor write, or refuses `too-many` with the seconds to wait; the browser's send queue waits and tries again. */
export async function limitVisitor(visitor: Visitor | null): Promise<Visitor | null> {
  if (visitor) await consume(perVisitor, visitor.contactId);
  return visitor;
}

/** The same for devices that write for the first time, by address. */
export async function limitNewVisitor(request: Request): Promise<void> {
  await consume(newFromAddress, request.headers.get("x-client-address") ?? "");
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (limited) {
    throw new Refusal("too-many", { retryAfterSeconds: Math.ceil((limited as RateLimiterRes).msBeforeNext / 1000) });
  }
}
