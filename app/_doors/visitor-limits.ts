import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import type { Actor } from "@/lib/contract/actor";
import { Refusal } from "@/lib/core/errors";
import type { DoorRequest } from "./answer";

/**
 * How fast one person, and one address, may write. Counted per process: the aim is to keep one script from filling the queue, not to
 * measure anybody. A school stands behind one address, so that limit is wide.
 */
const perVisitor = new RateLimiterMemory({ points: 60, duration: 10 });
const newFromAddress = new RateLimiterMemory({ points: 600, duration: 60 });

interface Asking {
  method: string;
  headers: { get: (name: string) => string | null };
}
type Visitor = Extract<Actor, { kind: "visitor" }>;

/** Lets a known visitor write, or refuses `too-many` with the seconds to wait; the browser's send queue waits and tries again. */
export async function limitVisitor(request: Asking, visitor: Visitor | null): Promise<Visitor | null> {
  if (visitor) await consume(perVisitor, visitor.contactId, pointsOf(request));
  return visitor;
}

const HEAVIEST = 10;

/**
 * A long text counts as several: the bot reads a message of 4,096 characters for 20 to 40 ms (measured), and a script that sends sixty
 * of them would hold up everybody.
 */
function pointsOf({ method, headers }: Asking): number {
  if (method === "GET") return 1;
  // Without a length announced, as much as the longest message.
  const bytes = Number(headers.get("content-length") ?? Number.NaN);
  return Number.isFinite(bytes) ? Math.min(1 + Math.floor(bytes / 512), HEAVIEST) : HEAVIEST;
}

/** The same for devices that write for the first time, by address. */
export async function limitNewVisitor(request: Pick<DoorRequest, "headers">): Promise<void> {
  await consume(newFromAddress, request.headers.get("x-client-address") ?? "");
}

async function consume(limiter: RateLimiterMemory, key: string, points = 1): Promise<void> {
  try {
    await limiter.consume(key, points);
  } catch (limited) {
    throw new Refusal("too-many", { retryAfterSeconds: Math.ceil((limited as RateLimiterRes).msBeforeNext / 1000) });
  }
}
