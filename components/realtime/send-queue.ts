/**
 * Writes wait here until the server has them (design.md §4): they keep their client id over retries and reloads, go one after the
 * other within a lane (a conversation), and say how they stand. Pure but for what it is given: storage, transport, clock.
 */

export type SendState = "sending" | "sent" | "failed";

export interface Outgoing<Body> {
  clientId: string;
  /** What keeps its order: the conversation, or the visitor's chat. */
  lane: string;
  body: Body;
  queuedAt: number;
  state: SendState;
  /** Why it failed: the refusal's code. */
  reason: string | null;
  attempts: number;
}

export type SendAnswer<Stored> =
  | { kind: "stored"; value: Stored }
  /** The server will not have it: saying the same again cannot help. */
  | { kind: "refused"; code: string }
  /** Nobody knows whether it arrived: the same client id makes asking again safe. */
  | { kind: "unavailable"; retryAfterMs?: number };

export interface QueueStorage {
  load: () => string | null;
  save: (text: string) => void;
  clear: () => void;
}

export interface QueueClock {
  now: () => number;
  /** @returns how to call it off */
  after: (ms: number, run: () => void) => () => void;
  /** 0 to 1, so that many browsers do not come back in the same instant. */
  random: () => number;
}

export interface QueueOptions<Body, Stored> {
  send: (item: Outgoing<Body>) => Promise<SendAnswer<Stored>>;
  storage: QueueStorage;
  clock: QueueClock;
  onStored?: (item: Outgoing<Body>, value: Stored) => void;
}

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 15_000;

export class SendQueue<Body, Stored> {
  readonly #options: QueueOptions<Body, Stored>;
  readonly #listeners = new Set<() => void>();
  readonly #underway = new Set<string>();
  readonly #waiting = new Map<string, () => void>();
  #items: readonly Outgoing<Body>[] = [];
  /** Grows with `clear`: an answer to something forgotten is nobody's. */
  #generation = 0;

  constructor(options: QueueOptions<Body, Stored>) {
    this.#options = options;
  }

  /** Takes up what an earlier page left behind. */
  start(): void {
    const known = new Set(this.#items.map((item) => item.clientId));
    this.#change([...parse<Body>(this.#options.storage.load()).filter((item) => !known.has(item.clientId)), ...this.#items]);
    this.kick();
  }

  /** Every item, in order; a new array whenever something changed. */
  items = (): readonly Outgoing<Body>[] => this.#items;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Adds once: the same client id again (a double click) is the same message. */
  add(lane: string, body: Body, clientId: string): void {
    if (this.#items.some((item) => item.clientId === clientId)) return;
    const queuedAt = this.#options.clock.now();
    this.#change([...this.#items, { clientId, lane, body, queuedAt, state: "sending", reason: null, attempts: 0 }]);
    void this.#advance(lane);
  }

  /** A person asks to try a failed one again; the same client id, so that it cannot be stored twice. */
  retry(clientId: string): void {
    const item = this.#items.find((other) => other.clientId === clientId && other.state === "failed");
    if (!item) return;
    this.#put(clientId, { state: "sending", reason: null, attempts: 0 });
    void this.#advance(item.lane);
  }

  /** Gives up a failed one. */
  discard(clientId: string): void {
    this.#change(this.#items.filter((item) => item.clientId !== clientId || item.state !== "failed"));
  }

  /** The stored messages have arrived on the screen: their lines here have done their work. */
  settle(stored: readonly { clientId: string | null }[]): void {
    const known = new Set(stored.map(({ clientId }) => clientId));
    const left = this.#items.filter((item) => item.state !== "sent" || !known.has(item.clientId));
    if (left.length < this.#items.length) this.#change(left);
  }

  /** The network is back, or the socket: no reason to wait any longer. */
  kick(): void {
    for (const cancel of this.#waiting.values()) cancel();
    this.#waiting.clear();
    for (const lane of new Set(this.#items.map((item) => item.lane))) void this.#advance(lane);
  }

  /** Quick exit: forgets everything, here and in the browser. */
  clear(): void {
    this.#generation += 1;
    this.#stopWaiting();
    this.#items = [];
    this.#options.storage.clear();
    this.#tell();
  }

  /** The page goes away; what is not stored stays in the browser. */
  stop(): void {
    this.#generation += 1;
    this.#stopWaiting();
  }

  async #advance(lane: string): Promise<void> {
    if (this.#underway.has(lane) || this.#waiting.has(lane)) return;
    const item = this.#items.find((other) => other.lane === lane && other.state === "sending");
    if (!item) return;
    const generation = this.#generation;
    this.#underway.add(lane);
    const answer = await this.#options.send(item).catch((): SendAnswer<Stored> => ({ kind: "unavailable" }));
    if (generation !== this.#generation) return;
    this.#underway.delete(lane);
    this.#digest(item, answer);
  }

  #digest(item: Outgoing<Body>, answer: SendAnswer<Stored>): void {
    switch (answer.kind) {
      case "stored":
        this.#put(item.clientId, { state: "sent", reason: null });
        this.#options.onStored?.(item, answer.value);
        return void this.#advance(item.lane);
      case "refused":
        this.#put(item.clientId, { state: "failed", reason: answer.code });
        return void this.#advance(item.lane);
      case "unavailable": {
        const attempts = item.attempts + 1;
        this.#put(item.clientId, { attempts });
        const pause = answer.retryAfterMs ?? backOff(attempts, this.#options.clock.random());
        this.#waiting.set(
          item.lane,
          this.#options.clock.after(pause, () => {
            this.#waiting.delete(item.lane);
            void this.#advance(item.lane);
          }),
        );
      }
    }
  }

  #put(clientId: string, change: Partial<Outgoing<Body>>): void {
    this.#change(this.#items.map((item) => (item.clientId === clientId ? { ...item, ...change } : item)));
  }

  #change(items: readonly Outgoing<Body>[]): void {
    this.#items = items;
    const unsent = items.filter((item) => item.state !== "sent");
    if (unsent.length === 0) this.#options.storage.clear();
    else this.#options.storage.save(JSON.stringify(unsent));
    this.#tell();
  }

  #stopWaiting(): void {
    for (const cancel of this.#waiting.values()) cancel();
    this.#waiting.clear();
    this.#underway.clear();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Doubles from half a second to a quarter of a minute, and spreads by half. */
export function backOff(attempts: number, random: number): number {
  const full = Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), LAST_RETRY_MS);
  return full / 2 + (full / 2) * random;
}

/** What a browser kept may be from another version of the page, or damaged: what does not look right is left out. */
function parse<Body>(text: string | null): Outgoing<Body>[] {
  if (text === null) return [];
  try {
    const items: unknown = JSON.parse(text);
    return Array.isArray(items) ? (items as Outgoing<Body>[]).filter(looksRight).map(resumed) : [];
  } catch {
    return [];
  }
}

const resumed = <Body>(item: Outgoing<Body>): Outgoing<Body> => ({ ...item, attempts: 0 });

function looksRight(item: Partial<Outgoing<unknown>> | null): boolean {
  return (
    typeof item?.clientId === "string" &&
    typeof item.lane === "string" &&
    typeof item.body === "object" &&
    (item.state === "sending" || item.state === "failed")
  );
}
