import type { Cursor } from "@/lib/contract/cursor";
import type { Database } from "@/lib/core/db";
import { currentCursor, readPage, WAKE_CHANNEL, type LoggedEvent } from "@/lib/core/event-log";
import { log } from "@/lib/core/log";
import { Listener } from "./listener";

export interface TailOptions {
  db: Database;
  /** For the LISTEN connection: direct, not through a transaction pooler. */
  url: string;
  pollMs?: number;
  pageSize?: number;
}

/** A batch on its way to somebody. */
export interface Handing {
  /** Is everything at hand that this batch needs for those who hear it now? */
  ready: () => boolean;
  /** Reads what is missing. */
  fill: () => Promise<void>;
  /** Hands it on, in the same tick in which the position moves; must not wait for anything. */
  emit: () => void;
}

export type Follower = (batch: readonly LoggedEvent[]) => Handing;

/**
 * One per process: follows the event log in the order of the pair, woken by NOTIFY and by a poll, so that losing a notification costs
 * time and no event. An error leaves the position where it was and is tried again; nothing stops it but `close`.
 */
export class Tail {
  readonly listener: Listener;
  readonly #options: Required<TailOptions>;
  readonly #followers: Follower[] = [];
  readonly #between: (() => Promise<void>)[] = [];
  #position: Cursor = "0:0";
  #draining: Promise<void> | null = null;
  #again = false;
  #poll: NodeJS.Timeout | null = null;
  #lookAgain: NodeJS.Timeout | null = null;
  #lookAgainMs = 0;
  #failing = false;
  #closed = false;

  constructor(options: TailOptions) {
    this.#options = { pollMs: 200, pageSize: 500, ...options };
    this.listener = new Listener(options.url);
    this.listener.on(WAKE_CHANNEL, () => this.wake());
  }

  /** Everything up to here has been handed on. */
  get position(): Cursor {
    return this.#position;
  }

  /** False while the database cannot be read. */
  get healthy(): boolean {
    return !this.#failing;
  }

  /** Registers someone to hand batches to, one batch after the other. */
  follow(follower: Follower): void {
    this.#followers.push(follower);
  }

  /** Starts at the present: what is older is caught up with by whoever needs it. */
  async start(): Promise<void> {
    this.#position = await currentCursor(this.#options.db);
    await this.listener.start();
    this.#poll = setInterval(() => this.#drain(), this.#options.pollMs);
  }

  /** Looks now. */
  wake(): void {
    this.#lookAgainMs = 5;
    this.#drain();
  }

  /** Runs `work` while no batch is under way, so that the position stands still during it. For whoever cannot catch up otherwise. */
  async quietly(work: () => Promise<void>): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#between.push(() => work().then(resolve, reject));
      this.#drain();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#poll) clearInterval(this.#poll);
    if (this.#lookAgain) clearTimeout(this.#lookAgain);
    await this.listener.close();
    await this.#draining;
  }

  #drain(): void {
    this.#again = true;
    if (this.#draining || this.#closed) return;
    this.#draining = this.#run().finally(() => (this.#draining = null));
  }

  async #run(): Promise<void> {
    while (this.#again && !this.#closed) {
      this.#again = false;
      for (const work of this.#between.splice(0)) await work();
      try {
        if (await this.#page()) this.#again = true;
        this.#failing = false;
      } catch (error) {
        if (!this.#failing) log.error({ err: error }, "the tail cannot read; it keeps trying");
        this.#failing = true;
      }
    }
  }

  /** @returns whether there may be more */
  async #page(): Promise<boolean> {
    const { db, pageSize } = this.#options;
    const { events: batch, hidden } = await readPage(db, this.#position, pageSize);
    if (this.#closed) return false;
    if (hidden) this.#lookAgainSoon();
    const last = batch.at(-1);
    if (!last) return false;
    const handings = this.#followers.map((follower) => follower(batch));
    // Whoever joins while something is being read needs more: only when nothing is missing in this very tick does the position move.
    while (!handings.every((handing) => handing.ready())) await Promise.all(handings.map((handing) => handing.fill()));
    this.#position = last.cursor;
    for (const handing of handings) {
      try {
        handing.emit();
      } catch (error) {
        log.error({ err: error }, "a batch was not handed on in full");
      }
    }
    return batch.length === pageSize;
  }

  /**
   * A committed event stays hidden while an older transaction runs, and that one may end without a notification: look again soon,
   * then less and less often, instead of leaving it to the poll.
   */
  #lookAgainSoon(): void {
    if (this.#lookAgainMs === 0 || this.#lookAgain) return;
    this.#lookAgain = setTimeout(() => {
      this.#lookAgain = null;
      this.#drain();
    }, this.#lookAgainMs);
    this.#lookAgainMs = Math.min(this.#lookAgainMs * 2, this.#options.pollMs);
  }
}
