import type { Room, StoredEvent } from "@/lib/contract/events";
import { auditRow, type AuditSubject } from "./change";
import type { Context } from "./context";
import { wakeListeners } from "./event-log";
import type { HeldJob } from "./job-queue";

/** A change as one statement, and its trace: what `change()` would have collected. */
export interface ChangeAtOnce {
  /** Prepared once per connection under this name. */
  name: string;
  /**
   * Gets audit, events and jobs as $1, $2, $3 (jsonb, an array each) and must hand them to `core_flush` when it writes; numbers that only
   * it knows, it fills in. Its own values begin with $4.
   */
  text: string;
  values: readonly unknown[];
  audit: { verb: string; subject: AuditSubject };
  events: readonly { rooms: Room[]; event: StoredEvent }[];
  jobs: readonly HeldJob[];
}

const UNIQUE_VIOLATION = "23505";
const RETRYABLE = ["40001", "40P01"];

/**
 * `change()` in one round trip, for the two paths that a busy evening takes most: one statement is one transaction. It is optimistic:
 * the statement itself asks whether what it relies on is still so, and writes nothing otherwise.
 * @returns its row; null when nothing was written, or within another change: go the way of `change()` then
 */
export async function changeAtOnce<Row>(ctx: Context, change: ChangeAtOnce): Promise<Row | null> {
  if (ctx.change) return null;
  const row = await run<Row>(ctx, change);
  if (row === null) return null;
  ctx.holdJobs?.push(...change.jobs);
  wakeListeners(ctx.db, ctx.holdJobs ? 0 : change.jobs.length);
  return row;
}

async function run<Row>(ctx: Context, { name, text, values, audit, events, jobs }: ChangeAtOnce): Promise<Row | null> {
  const trace = [[auditRow(ctx, audit.verb, audit.subject)], events, ctx.holdJobs ? [] : jobs].map((part) =>
    JSON.stringify(part),
  );
  try {
    const { rows } = await ctx.db.pool.query({ name, text, values: [...trace, ...values] });
    return (rows[0] as Row | undefined) ?? null;
  } catch (error) {
    const code = (error as { code?: string }).code ?? "";
    if (code === UNIQUE_VIOLATION || RETRYABLE.includes(code)) return null;
    throw error;
  }
}
