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
   * Gets $1 instant, $2 kind and $3 id of the actor, $4 request, $5 verb, $6 subject (jsonb), $7 jobs (jsonb), then rooms (text[]) and
   * event (jsonb) of each event; its own values follow. When it writes, it must insert the audit entry and the events and hand the jobs
   * to `core_flush`; numbers that only it knows, it fills in. Audit and events past `core_flush`, which takes any number of each, because
   * that is a fifth of the statement (docs/decisions/one-round-trip-messages.md).
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
  const { at, actorKind, actorId, requestId, subject } = auditRow(ctx, audit.verb, audit.subject);
  const trace = [at.toISOString(), actorKind, actorId, requestId, audit.verb, subject, JSON.stringify(ctx.holdJobs ? [] : jobs)];
  const told = events.flatMap(({ rooms, event }) => [rooms, event]);
  try {
    const { rows } = await ctx.db.pool.query({ name, text, values: [...trace, ...told, ...values] });
    return (rows[0] as Row | undefined) ?? null;
  } catch (error) {
    const code = (error as { code?: string }).code ?? "";
    if (code === UNIQUE_VIOLATION || RETRYABLE.includes(code)) return null;
    throw error;
  }
}
