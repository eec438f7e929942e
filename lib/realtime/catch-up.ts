import { isAfter, type Cursor } from "@/lib/contract/cursor";
import type { DeskEvent, Room, VisitorEvent } from "@/lib/contract/events";
import type { Database } from "@/lib/core/db";
import { oldestCursor, readEvents, type LoggedEvent } from "@/lib/core/event-log";
import { coalesce } from "./coalesce";
import { needsOf, present } from "./present";
import type { Hearer } from "./rooms";
import { Shelf, type Means } from "./shelf";
import type { Tail } from "./tail";

const PAGE = 500;
/** More than this many events behind, a fresh snapshot is the shorter way. */
const MOST = 2000;
/** So many rounds the log may outrun a catch-up, before the tail waits for it. */
const PATIENT_ROUNDS = 8;

export interface CatchUp {
  tail: Pick<Tail, "position" | "quietly">;
  means: Means;
  hearer: Hearer;
  rooms: readonly Room[];
  after: Cursor;
  /** False when there is nobody any more to catch up. */
  going: () => boolean;
  /** The stored events and what the hearer gets of them. */
  deliver: (wires: (DeskEvent | VisitorEvent)[], logged: readonly LoggedEvent[]) => void;
  /** Runs in the tick in which nothing is missing: joins the rooms. */
  arrive: () => void;
}

/**
 * Pages through the log from a cursor to the tail's position and arrives in the same tick in which it got there, so that nothing slips
 * between what was read and what is emitted from now on (design.md §4).
 */
export async function catchUp(given: CatchUp): Promise<"arrived" | "too-far" | "gone"> {
  const { tail, going, arrive } = given;
  const way = { at: given.after, seen: 0 };
  for (let round = 0; round < PATIENT_ROUNDS; round += 1) {
    if (!going()) return "gone";
    if (!isAfter(tail.position, way.at)) {
      arrive();
      return "arrived";
    }
    if (way.seen > MOST) return "too-far";
    await walk(given, way);
  }
  await tail.quietly(async () => {
    while (going() && way.seen <= MOST && isAfter(tail.position, way.at)) await walk(given, way);
    if (going() && way.seen <= MOST) arrive();
  });
  return way.seen > MOST ? "too-far" : going() ? "arrived" : "gone";
}

/** One page nearer to where the tail is at this moment. */
async function walk({ tail, means, hearer, rooms, deliver }: CatchUp, way: { at: Cursor; seen: number }): Promise<void> {
  const upTo = tail.position;
  const page = await readEvents(means.db, { after: way.at, upTo, rooms, limit: PAGE });
  const wires = await presentFor(hearer, page, means);
  if (page.length > 0) deliver(wires, page);
  way.at = page.length === PAGE ? page.at(-1)!.cursor : upTo;
  way.seen += page.length;
}

/** What one hearer gets of stored events, in order. */
export async function presentFor(
  hearer: Hearer,
  batch: readonly LoggedEvent[],
  means: Means,
): Promise<(DeskEvent | VisitorEvent)[]> {
  const events = coalesce(batch);
  const shelf = new Shelf(means);
  await shelf.fill(events.flatMap((logged) => needsOf(logged, hearer)));
  return events.map((logged) => present(logged, hearer, shelf)?.event).filter((event) => event !== undefined);
}

/**
 * Does the log still hold everything after this cursor? Not when it was pruned past it, nor when the cursor is of a future that a
 * restored backup has not seen.
 */
export async function isKept(db: Database, cursor: Cursor, position: Cursor): Promise<boolean> {
  if (isAfter(cursor, position)) {
    const [row] = await db.$queryRaw<{ next: string }[]>`select pg_snapshot_xmax(pg_current_snapshot())::text || ':0' as next`;
    return !isAfter(cursor, row!.next);
  }
  if (!isAfter(position, cursor)) return true;
  const oldest = await oldestCursor(db);
  // The very first event is there: nothing was ever pruned.
  return oldest !== null && (oldest.endsWith(":1") || !isAfter(oldest, cursor));
}
