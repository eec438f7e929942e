import type { Outgoing, QueueClock, QueueStorage, SendAnswer } from "@/components/realtime/send-queue";
import { SendQueue } from "@/components/realtime/send-queue";

interface Body {
  text: string;
}
export interface Stored {
  seq: number;
  clientId: string;
  text: string;
}

/** A clock that only a test moves. */
class TestClock implements QueueClock {
  #now = 0;
  #timers: { at: number; run: () => void }[] = [];
  now = () => this.#now;
  random = () => 1;
  after = (ms: number, run: () => void) => {
    const timer = { at: this.#now + ms, run };
    this.#timers.push(timer);
    return () => void (this.#timers = this.#timers.filter((other) => other !== timer));
  };
  async pass(ms: number): Promise<void> {
    const until = this.#now + ms;
    for (;;) {
      await settle();
      const next = this.#timers.filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#now = next.at;
      next.run();
    }
    this.#now = until;
  }
}

/** Lets every promise that can resolve do so. */
export const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** What the house's doors do with a client id: the same again gets the same answer, other words are a conflict. */
class IdempotentServer {
  readonly stored: Stored[] = [];
  closed = false;
  receive({ clientId, body }: Pick<Outgoing<Body>, "clientId" | "body">): SendAnswer<Stored> {
    const known = this.stored.find((message) => message.clientId === clientId);
    if (known)
      return known.text === body.text ? { kind: "stored", value: known } : { kind: "refused", code: "idempotency-conflict" };
    if (this.closed) return { kind: "refused", code: "wrong-state" };
    const message = { seq: this.stored.length + 1, clientId, text: body.text };
    this.stored.push(message);
    return { kind: "stored", value: message };
  }
}

export function drawer(): QueueStorage & { kept: string | null } {
  const storage = {
    kept: null as string | null,
    load: () => storage.kept,
    save: (text: string) => void (storage.kept = text),
    clear: () => void (storage.kept = null),
  };
  return storage;
}

export type Send = (item: Outgoing<Body>) => Promise<SendAnswer<Stored>>;
export type Queue = SendQueue<Body, Stored>;

/** A browser with one queue, a server that stores once, and a clock that only the test moves. */
export class SendBench {
  readonly clock = new TestClock();
  readonly server = new IdempotentServer();
  readonly storage = drawer();
  readonly attempts: string[] = [];
  readonly shown: Stored[] = [];

  /** A page that opens. */
  open(send: Send = async (item) => this.server.receive(item), kept: QueueStorage = this.storage): Queue {
    const queue = new SendQueue<Body, Stored>({
      send: (item) => {
        this.attempts.push(item.clientId);
        return send(item);
      },
      storage: kept,
      clock: this.clock,
      onStored: (_item, value) => void this.shown.push(value),
    });
    queue.start();
    return queue;
  }

  texts = () => this.server.stored.map(({ text }) => text);
}

export const statesOf = (queue: Queue) => queue.items().map(({ clientId, state, reason }) => [clientId, state, reason]);
