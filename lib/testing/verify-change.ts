import { expect } from "vitest";
import { applyDeskEvent, applyThreadEvent, applyVisitorEvent } from "@/lib/contract/apply-event";
import type { Actor } from "@/lib/contract/actor";
import type { Cursor } from "@/lib/contract/cursor";
import type { DeskEvent, VisitorEvent } from "@/lib/contract/events";
import type { DeskView, ThreadView, VisitorView } from "@/lib/contract/views";
import { Refusal } from "@/lib/core/errors";
import { readEvents, type LoggedEvent } from "@/lib/core/event-log";
import { readChat } from "@/lib/inbox/read-chat";
import { readDesk } from "@/lib/inbox/read-desk";
import { readThread } from "@/lib/inbox/read-thread";
import { presentFor } from "@/lib/realtime/catch-up";
import { hearerOf, roomsOf, threadRoom, type Hearer } from "@/lib/realtime/rooms";
import { TUESDAY_15H, type Scene } from "./factories";

/** Somebody who has a screen open: a desk, with a thread or without, or a visitor's chat. */
export interface Watcher {
  actor: Actor;
  /** The open thread, for a desk. */
  watching?: string;
}

interface Screen {
  cursor: Cursor;
  desk: DeskView | null;
  /** `lost`: may not be read any more. */
  thread: ThreadView | "lost" | null;
  chat: VisitorView | null;
}

/**
 * The proof that a verb emits what it must: for everybody given, the screen before, plus the events that `act` left in the log, equals
 * the screen after, read afresh. Compares all but the cursor, the clock, one's own draft (no event) and the wait (never logged).
 * @param now when the screens are read; the same before and after unless `after` is given
 * @returns what `act` returned
 */
export async function verifyChange<T>(
  scene: Scene,
  watchers: Watcher | Actor | readonly (Watcher | Actor)[],
  act: () => Promise<T>,
  { now = TUESDAY_15H, after = now }: { now?: Date; after?: Date } = {},
): Promise<T> {
  const all = (Array.isArray(watchers) ? watchers : [watchers]).map((one: Watcher | Actor): Watcher =>
    "kind" in one ? { actor: one } : one,
  );
  const before = await Promise.all(all.map((watcher) => readScreen(scene, watcher, now)));
  const result = await act();
  await settled(scene);
  for (const [index, watcher] of all.entries()) {
    const applied = await applyLog(scene, watcher, before[index]!, after);
    const fresh = await readScreen(scene, watcher, after);
    // A thread that may not be read any more is taken off the screen.
    if (fresh.thread === "lost") applied.thread = "lost";
    expect(comparable(applied), `what ${describe(watcher)} sees`).toEqual(comparable(fresh));
  }
  return result;
}

/** What a hearer would receive for everything logged after a cursor: for tests that look at the events themselves. */
export async function heardSince(
  scene: Scene,
  watcher: Watcher,
  cursor: Cursor,
  now: Date = TUESDAY_15H,
): Promise<(DeskEvent | VisitorEvent)[]> {
  await settled(scene);
  const hearer = hearerFor(watcher);
  const rooms = [...roomsOf(hearer), ...(watcher.watching ? [threadRoom(watcher.watching)] : [])];
  const logged: LoggedEvent[] = await readEvents(scene.db, { after: cursor, rooms, limit: 10_000 });
  return presentFor(hearer, logged, { db: scene.db, vault: scene.vault, now: () => now });
}

async function applyLog(scene: Scene, watcher: Watcher, screen: Screen, now: Date): Promise<Screen> {
  const heard = await heardSince(scene, watcher, screen.cursor, now);
  // A thread's snapshot is younger than its desk's: what it has already is dropped by its own cursor.
  return {
    ...screen,
    desk: screen.desk && (heard as DeskEvent[]).reduce(applyDeskEvent, screen.desk),
    thread:
      screen.thread && screen.thread !== "lost"
        ? (heard as DeskEvent[]).reduce((thread, event) => applyThreadEvent(thread, event, watcher.actor), screen.thread)
        : screen.thread,
    chat: screen.chat && (heard as VisitorEvent[]).reduce(applyVisitorEvent, screen.chat),
  };
}

async function readScreen(scene: Scene, { actor, watching }: Watcher, now: Date): Promise<Screen> {
  const ctx = scene.ctx(actor, now);
  if (actor.kind === "visitor") {
    const chat = await readChat(ctx, {});
    return { cursor: chat.cursor, desk: null, thread: null, chat };
  }
  const desk = await readDesk(ctx, {});
  const thread = watching === undefined ? null : await readThread(ctx, { conversationId: watching }).catch(lost);
  return { cursor: desk.cursor, desk, thread, chat: null };
}

function lost(error: unknown): "lost" {
  if (error instanceof Refusal && error.code === "not-found") return "lost";
  throw error;
}

function comparable({ desk, thread, chat }: Screen) {
  return {
    desk: desk && { ...desk, cursor: "", now: "", rows: byId(desk.rows), colleagues: byId(desk.colleagues) },
    thread: thread === null || thread === "lost" ? thread : { ...thread, cursor: "", draft: null },
    chat: chat && { ...chat, cursor: "", now: "", wait: null },
  };
}

const byId = <T extends { id: string }>(list: readonly T[]): T[] => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));

function hearerFor({ actor }: Watcher): Hearer {
  const hearer = hearerOf(actor.kind === "visitor" ? "visitor" : "desk", actor);
  if (!hearer) throw new Error("This actor has no screen that hears anything");
  return hearer;
}

function describe({ actor, watching }: Watcher): string {
  const who = actor.kind === "staff" ? `${actor.roles.join("+")} ${actor.name}` : `the ${actor.kind}`;
  return watching ? `${who}, with the thread open,` : who;
}

/** Events show up once every older transaction of the cluster has ended: other tests run on it. */
async function settled(scene: Scene): Promise<void> {
  const [row] = await scene.db.$queryRaw<{ next: string }[]>`select pg_snapshot_xmax(pg_current_snapshot())::text as next`;
  for (let tries = 0; tries < 6000; tries += 1) {
    const [seen] = await scene.db.$queryRaw<{ done: boolean }[]>`
      select pg_snapshot_xmin(pg_current_snapshot()) >= ${row!.next}::text::xid8 as done`;
    if (seen!.done) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error("A transaction of this cluster does not end");
}
