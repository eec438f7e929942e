import { v7 as uuid } from "uuid";
import type { Actor } from "@/lib/contract/actor";
import type { Change } from "./change";
import type { Database } from "./db";
import type { HeldJob } from "./job-queue";
import type { Vault } from "./vault";

/** What a verb needs to know besides its input: who, when, with what. Made at a door, never inside. */
export interface Context {
  actor: Actor;
  now: Date;
  requestId: string;
  db: Database;
  vault: Vault;
  /** Inside `change()`: the change that a called verb joins. */
  change?: Change;
  /** Where given, jobs are handed over here after the commit instead of to the queue: the seed runs them on its own clock. */
  holdJobs?: HeldJob[];
}

/** What a door adds to the process's means. */
export function contextFor(
  means: Pick<Context, "db" | "vault" | "holdJobs">,
  actor: Actor,
  now: Date,
  requestId: string = uuid(),
): Context {
  return { ...means, actor, now, requestId };
}
