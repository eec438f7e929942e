import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { backOff, SendQueue, type Outgoing, type QueueClock, type QueueStorage, type SendAnswer } from "./send-queue";

interface Body {
  text: string;
}
interface Stored {
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
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** What the house's doors do with a client id: the same again gets the same answer, other words are a conflict. */
class Server {
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

function drawer(): QueueStorage & { kept: string | null } {
  const storage = {
    kept: null as string | null,
    load: () => storage.kept,
    save: (text: string) => void (storage.kept = text),
    clear: () => void (storage.kept = null),
  };
  return storage;
}

type Send = (item: Outgoing<Body>) => Promise<SendAnswer<Stored>>;
let clock: TestClock;
let server: Server;
let storage: ReturnType<typeof drawer>;
let attempts: string[];
let shown: Stored[];
beforeEach(() => {
  clock = new TestClock();
  server = new Server();
  storage = drawer();
  attempts = [];
  shown = [];
});

function open(send: Send = async (item) => server.receive(item), kept: QueueStorage = storage): SendQueue<Body, Stored> {
  const queue = new SendQueue<Body, Stored>({
    send: (item) => {
      attempts.push(item.clientId);
      return send(item);
    },
    storage: kept,
    clock,
    onStored: (_item, value) => void shown.push(value),
  });
  queue.start();
  return queue;
}

const states = (queue: SendQueue<Body, Stored>) => queue.items().map(({ clientId, state, reason }) => [clientId, state, reason]);
const texts = () => server.stored.map(({ text }) => text);

describe("the nine cases", () => {
  it("1. sends once", async () => {
    const queue = open();
    queue.add("chat", { text: "bonjour" }, "a");
    expect(states(queue)).toEqual([["a", "sending", null]]);
    await settle();
    expect(states(queue)).toEqual([["a", "sent", null]]);
    expect(attempts).toEqual(["a"]);
    expect(shown).toEqual(server.stored);
  });

  it("2. double click: one message", async () => {
    const queue = open();
    queue.add("chat", { text: "bonjour" }, "a");
    queue.add("chat", { text: "bonjour" }, "a");
    await settle();
    queue.add("chat", { text: "bonjour" }, "a");
    await settle();
    expect(attempts).toEqual(["a"]);
    expect(texts()).toEqual(["bonjour"]);
  });

  it("3. retry after a lost answer: stored once, shown once", async () => {
    let lost = true;
    const queue = open(async (item) => {
      const answer = server.receive(item);
      if (!lost) return answer;
      lost = false;
      throw new TypeError("Failed to fetch");
    });
    queue.add("chat", { text: "bonjour" }, "a");
    await settle();
    expect(states(queue)).toEqual([["a", "sending", null]]);
    await clock.pass(500);
    expect(states(queue)).toEqual([["a", "sent", null]]);
    expect(attempts).toEqual(["a", "a"]);
    expect(texts()).toEqual(["bonjour"]);
  });

  it("4. retry after a reload: the same client id, from what the browser kept", async () => {
    const before = open(() => new Promise(() => undefined));
    before.add("chat", { text: "un" }, "a");
    before.add("chat", { text: "deux" }, "b");
    await settle();
    before.stop();
    const after = open();
    await settle();
    expect(attempts).toEqual(["a", "a", "b"]);
    expect(texts()).toEqual(["un", "deux"]);
    expect(states(after)).toEqual([
      ["a", "sent", null],
      ["b", "sent", null],
    ]);
    expect(storage.kept).toBeNull();
  });

  it("5. retry on another server of the same database", async () => {
    const first = { down: false };
    const queue = open(async (item) => {
      if (!first.down) {
        first.down = true;
        server.receive(item);
        return { kind: "unavailable" };
      }
      return server.receive(item);
    });
    queue.add("chat", { text: "bonjour" }, "a");
    await clock.pass(1000);
    expect(texts()).toEqual(["bonjour"]);
    expect(states(queue)).toEqual([["a", "sent", null]]);
  });

  it("6. concurrent duplicates: two tabs with the same kept queue store once", async () => {
    const kept = JSON.stringify([
      { clientId: "a", lane: "chat", body: { text: "bonjour" }, queuedAt: 0, state: "sending", reason: null, attempts: 3 },
    ]);
    const tabs = [drawer(), drawer()].map((own) => {
      own.kept = kept;
      return open(undefined, own);
    });
    await settle();
    expect(attempts).toEqual(["a", "a"]);
    expect(texts()).toEqual(["bonjour"]);
    for (const tab of tabs) expect(states(tab)).toEqual([["a", "sent", null]]);
  });

  it("7. the same id with another body: a conflict, said and not retried", async () => {
    server.receive({ clientId: "a", body: { text: "autre chose" } });
    const queue = open();
    queue.add("chat", { text: "bonjour" }, "a");
    await clock.pass(60_000);
    expect(states(queue)).toEqual([["a", "failed", "idempotency-conflict"]]);
    expect(attempts).toEqual(["a"]);
    expect(texts()).toEqual(["autre chose"]);
  });

  it("8. retry after the conversation was closed: what was stored counts as stored, what was not fails with its reason", async () => {
    let lost = true;
    const queue = open(async (item) => {
      const answer = server.receive(item);
      if (!lost) return answer;
      lost = false;
      server.closed = true;
      return { kind: "unavailable" };
    });
    queue.add("chat", { text: "avant" }, "a");
    queue.add("chat", { text: "après" }, "b");
    await clock.pass(1000);
    expect(states(queue)).toEqual([
      ["a", "sent", null],
      ["b", "failed", "wrong-state"],
    ]);
    expect(texts()).toEqual(["avant"]);
    server.closed = false;
    queue.retry("b");
    await settle();
    expect(texts()).toEqual(["avant", "après"]);
  });

  it("9. nothing arrives out of order: a later one waits for the one before it", async () => {
    const answers: (() => void)[] = [];
    const queue = open((item) => new Promise((resolve) => answers.push(() => resolve(server.receive(item)))));
    for (const id of ["a", "b", "c"]) queue.add("chat", { text: id }, id);
    queue.add("other", { text: "x" }, "x");
    await settle();
    expect(attempts).toEqual(["a", "x"]);
    for (let round = 0; round < 4; round += 1) {
      for (const answer of answers.splice(0)) answer();
      await settle();
    }
    expect(texts().filter((text) => text !== "x")).toEqual(["a", "b", "c"]);
  });
});

describe("waiting", () => {
  it("grows from half a second to a quarter of a minute, and spreads", () => {
    expect([1, 2, 3, 4, 5, 6, 7].map((n) => backOff(n, 1))).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000]);
    expect(backOff(1, 0)).toBe(250);
  });

  it("honours what the server asks for", async () => {
    let first = true;
    const queue = open(async (item) => {
      if (!first) return server.receive(item);
      first = false;
      return { kind: "unavailable", retryAfterMs: 30_000 };
    });
    queue.add("chat", { text: "bonjour" }, "a");
    await clock.pass(29_999);
    expect(attempts).toHaveLength(1);
    await clock.pass(1);
    expect(attempts).toHaveLength(2);
  });

  it("ends at once when the network is back", async () => {
    let online = false;
    const queue = open(async (item) => (online ? server.receive(item) : { kind: "unavailable" }));
    queue.add("chat", { text: "bonjour" }, "a");
    await clock.pass(20_000);
    const tried = attempts.length;
    online = true;
    queue.kick();
    await settle();
    expect(attempts).toHaveLength(tried + 1);
    expect(texts()).toEqual(["bonjour"]);
  });
});

describe("what is kept", () => {
  it("is gone after quick exit, and an answer under way brings nothing back", async () => {
    let answer: (value: SendAnswer<Stored>) => void = () => undefined;
    const queue = open(() => new Promise((resolve) => (answer = resolve)));
    queue.add("chat", { text: "secret" }, "a");
    await settle();
    expect(storage.kept).toContain("secret");
    queue.clear();
    answer({ kind: "stored", value: { seq: 1, clientId: "a", text: "secret" } });
    await settle();
    expect(storage.kept).toBeNull();
    expect(queue.items()).toEqual([]);
    expect(shown).toEqual([]);
  });

  it("does not hold what the server has, and lets go of lines whose message has arrived", async () => {
    const queue = open();
    queue.add("chat", { text: "bonjour" }, "a");
    await settle();
    expect(storage.kept).toBeNull();
    queue.settle([{ clientId: "b" }]);
    expect(queue.items()).toHaveLength(1);
    queue.settle(server.stored);
    expect(queue.items()).toEqual([]);
  });

  it("is ignored when damaged", () => {
    for (const kept of ["", "{", "null", "3", '[{"clientId":1}]', "[null]"]) {
      storage.kept = kept;
      expect(open().items()).toEqual([]);
    }
  });

  it("can be given up once it failed, and not before", async () => {
    const queue = open(async () => ({ kind: "refused", code: "too-large" }));
    queue.add("chat", { text: "x" }, "a");
    queue.discard("a");
    expect(queue.items()).toHaveLength(1);
    await settle();
    queue.discard("a");
    expect(queue.items()).toEqual([]);
  });
});

it("whatever the network does and however often the page is reloaded, everything is stored once and in order", async () => {
  const events = fc.constantFrom("ok" as const, "lost" as const, "never" as const, "down" as const);
  await fc.assert(
    fc.asyncProperty(fc.array(events, { maxLength: 25 }), fc.integer({ min: 1, max: 6 }), async (network, count) => {
      clock = new TestClock();
      server = new Server();
      storage = drawer();
      const fate = [...network];
      const send: Send = async (item) => {
        switch (fate.shift() ?? "ok") {
          case "ok":
            return server.receive(item);
          case "lost":
            server.receive(item);
            return { kind: "unavailable" };
          case "down":
            return { kind: "unavailable" };
          case "never":
            return new Promise(() => undefined);
        }
      };
      let queue = open(send);
      for (let n = 1; n <= count; n += 1) queue.add("chat", { text: `${n}` }, `k${n}`);
      while (fate.length > 0 || storage.kept !== null) {
        await clock.pass(20_000);
        if (storage.kept === null) break;
        queue.stop();
        queue = open(send);
      }
      expect(texts()).toEqual(Array.from({ length: count }, (_, n) => `${n + 1}`));
    }),
    { numRuns: 60 },
  );
});
