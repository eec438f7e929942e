import type { WaitView } from "@/lib/contract/views";
import { log } from "@/lib/core/log";
import { waits } from "@/lib/routing/estimate-wait";
import type { Means } from "./shelf";
import { socketsIn, type LiveServer } from "./socket-types";

/** The queue is reckoned at most this often, however much happens in it. */
const PAUSE_MS = 500;
/** Ranges change also because time passes. */
const REPEAT_MS = 20_000;

/** Tells waiting visitors their place and range, when it has become another one. Derived from the queue, so never logged. */
export class WaitPlaces {
  readonly #io: LiveServer;
  readonly #means: Means;
  readonly #repeat: NodeJS.Timeout;
  #due: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(io: LiveServer, means: Means) {
    this.#io = io;
    this.#means = means;
    this.#repeat = setInterval(() => this.touched(), REPEAT_MS);
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#repeat);
    if (this.#due) clearTimeout(this.#due);
  }

  /** The queue, or who is there for it, may have changed. */
  touched(): void {
    if (this.#closed) return;
    this.#due ??= setTimeout(() => void this.#tell(), PAUSE_MS);
  }

  async #tell(): Promise<void> {
    try {
      const concerned = () =>
        [...socketsIn(this.#io, "line")].filter(({ data }) => data.chat?.state === "waiting" || data.wait !== null);
      if (concerned().length === 0) return;
      const { db, now } = this.#means;
      const places = await waits(db, now());
      for (const socket of concerned()) {
        const { chat } = socket.data;
        const wait = chat?.state === "waiting" ? (places.get(chat.conversationId) ?? null) : null;
        if (same(wait, socket.data.wait)) continue;
        socket.data.wait = wait;
        socket.emit("wait", wait);
      }
    } catch (error) {
      log.warn({ err: error }, "the waits could not be reckoned");
    } finally {
      this.#due = null;
    }
  }
}

function same(a: WaitView | null, b: WaitView | null): boolean {
  return (
    a?.place === b?.place && a?.range?.min === b?.range?.min && a?.range?.max === b?.range?.max && (a === null) === (b === null)
  );
}
