import { CURSOR_PATTERN, type Cursor } from "@/lib/contract/cursor";
import type { Room, StoredEvent } from "@/lib/contract/events";
import type { Database, Tx } from "./db";

/** An event as it stands in the log. */
export interface LoggedEvent {
  cursor: Cursor;
  rooms: Room[];
  event: StoredEvent;
}

export const WAKE_CHANNEL = "events";

/**
 * The cursor to take *before* reading a snapshot: every event of a transaction that the snapshot may miss lies after it.
 * Transactions below xmin are all finished, so their effects are in any snapshot taken from now on.
 */
export async function currentCursor(tx: Tx): Promise<Cursor> {
  const [row] = await tx.$queryRaw<{ cursor: string }[]>`select pg_snapshot_xmin(pg_current_snapshot())::text || ':0' as cursor`;
  return row!.cursor;
}

/**
 * Events after `after`, up to and including `upTo` if given, of the given rooms if given, in the order of the pair. Reads only below
 * the oldest running transaction: what commits later can then only lie after what was read (design.md §4).
 */
export async function readEvents(
  tx: Tx,
  query: { after: Cursor; upTo?: Cursor; rooms?: readonly Room[]; limit: number },
): Promise<LoggedEvent[]> {
  const [afterXid, afterId] = pair(query.after);
  const [upToXid, upToId] = query.upTo ? pair(query.upTo) : [null, null];
  return tx.$queryRaw<LoggedEvent[]>`
    select xid::text || ':' || id as cursor, rooms, event
      from event_log
     where (xid, id) > (${afterXid}::text::xid8, ${afterId}::text::bigint)
       and xid < pg_snapshot_xmin(pg_current_snapshot())
       and (${upToXid}::text is null or (xid, id) <= (${upToXid}::text::xid8, ${upToId}::text::bigint))
       and (${query.rooms ? [...query.rooms] : null}::text[] is null or rooms && ${query.rooms ? [...query.rooms] : null}::text[])
     order by xid, id
     limit ${query.limit}`;
}

/** The oldest cursor still kept; a client behind it must reload its snapshot. Null when the log is empty. */
export async function oldestCursor(tx: Tx): Promise<Cursor | null> {
  const [row] = await tx.$queryRaw<
    { cursor: string }[]
  >`select xid::text || ':' || id as cursor from event_log order by xid, id limit 1`;
  return row?.cursor ?? null;
}

/** Drops events older than `before`; clients that slept longer than that reload. @returns how many went */
export async function pruneEvents(tx: Tx, before: Date): Promise<number> {
  return tx.$executeRaw`delete from event_log where at < ${before}`;
}

function pair(cursor: Cursor): [string, string] {
  if (!CURSOR_PATTERN.test(cursor)) throw new Error("Not a cursor");
  const [xid, id] = cursor.split(":");
  return [xid!, id!];
}

/** What follows a cursor for whoever follows the whole log. */
export interface LogPage {
  events: LoggedEvent[];
  /** There is more that cannot be read yet: an older transaction still runs (design.md §4). It may end without a notification. */
  hidden: boolean;
}

/** The next page of the whole log. Past Prisma: every process asks this after every change that anybody makes. */
export async function readPage(db: Database, after: Cursor, limit: number): Promise<LogPage> {
  const { rows } = await db.pool.query<LoggedEvent & { settled: boolean }>({
    name: "event_log_page",
    text: `
      select xid::text || ':' || id as cursor, rooms, event, xid < pg_snapshot_xmin(pg_current_snapshot()) as settled
        from event_log
       where (xid, id) > ($1::text::xid8, $2::text::bigint)
       order by xid, id
       limit $3::int`,
    values: [...pair(after), limit],
  });
  // In the order of the pair, what is not settled comes after everything that is.
  const events = rows.filter(({ settled }) => settled).map(({ cursor, rooms, event }) => ({ cursor, rooms, event }));
  return { events, hidden: events.length < rows.length };
}

/**
 * Waking at most so often. The first after a pause goes at once; under load, a notification and a delivery for every message would cost
 * more than the message (48 desks are 48 writes to sockets), and a fortieth of a second is not seen by anybody.
 */
const WAKE_GAP_MS = 25;

interface Waking {
  jobs: number;
  /** Something has happened since the last one was sent. */
  again: boolean;
}

const waking = new WeakMap<Database, Waking>();

/**
 * Tells every process's tail, and the workers if there are jobs, to look now. Sent after the commit: at once, and then folded into one
 * for every gap. NOTIFY inside the transaction takes a database-wide lock up to the end of the commit and so undoes group commit.
 * Losing one costs a poll interval, no event and no job.
 */
export function wakeListeners(db: Database, jobs: number): void {
  const underWay = waking.get(db);
  if (underWay) {
    underWay.jobs += jobs;
    underWay.again = true;
    return;
  }
  const state = { jobs, again: false };
  waking.set(db, state);
  // Whatever commits in the same tick goes along.
  setImmediate(() => wake(db, state));
}

function wake(db: Database, state: Waking): void {
  db.pool.query({ name: "core_wake", text: "select core_wake($1::int)", values: [state.jobs] }).catch(() => undefined);
  Object.assign(state, { jobs: 0, again: false } satisfies Waking);
  setTimeout(() => {
    if (state.again) wake(db, state);
    else waking.delete(db);
  }, WAKE_GAP_MS).unref();
}
