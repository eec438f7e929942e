import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { SendBench, settle, type Send, type Stored } from "@/lib/testing/send-bench";
import { backOff, type SendAnswer } from "./send-queue";

let bench: SendBench;
beforeEach(() => void (bench = new SendBench()));

describe("waiting", () => {
  it("grows from half a second to a quarter of a minute, and spreads", () => {
    expect([1, 2, 3, 4, 5, 6, 7].map((n) => backOff(n, 1))).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000]);
    expect(backOff(1, 0)).toBe(250);
  });

  it("honours what the server asks for", async () => {
    let first = true;
    const queue = bench.open(async (item) => {
      if (!first) return bench.server.receive(item);
      first = false;
      return { kind: "unavailable", retryAfterMs: 30_000 };
    });
    queue.add("chat", { text: "bonjour" }, "a");
    await bench.clock.pass(29_999);
    expect(bench.attempts).toHaveLength(1);
    await bench.clock.pass(1);
    expect(bench.attempts).toHaveLength(2);
  });

  it("ends at once when the network is back", async () => {
    let online = false;
    const queue = bench.open(async (item) => (online ? bench.server.receive(item) : { kind: "unavailable" }));
    queue.add("chat", { text: "bonjour" }, "a");
    await bench.clock.pass(20_000);
    const tried = bench.attempts.length;
    online = true;
    queue.kick();
    await settle();
    expect(bench.attempts).toHaveLength(tried + 1);
    expect(bench.texts()).toEqual(["bonjour"]);
  });
});

describe("what is kept", () => {
  it("is gone after quick exit, and an answer under way brings nothing back", async () => {
    let answer: (value: SendAnswer<Stored>) => void = () => undefined;
    const queue = bench.open(() => new Promise((resolve) => (answer = resolve)));
    queue.add("chat", { text: "secret" }, "a");
    await settle();
    expect(bench.storage.kept).toContain("secret");
    queue.clear();
    answer({ kind: "stored", value: { seq: 1, clientId: "a", text: "secret" } });
    await settle();
    expect(bench.storage.kept).toBeNull();
    expect(queue.items()).toEqual([]);
    expect(bench.shown).toEqual([]);
  });

  it("does not hold what the server has, and lets go of lines whose message has arrived", async () => {
    const queue = bench.open();
    queue.add("chat", { text: "bonjour" }, "a");
    await settle();
    expect(bench.storage.kept).toBeNull();
    queue.settle([{ clientId: "b" }]);
    expect(queue.items()).toHaveLength(1);
    queue.settle(bench.server.stored);
    expect(queue.items()).toEqual([]);
  });

  it("is ignored when damaged", () => {
    for (const kept of ["", "{", "null", "3", '[{"clientId":1}]', "[null]"]) {
      bench.storage.kept = kept;
      expect(bench.open().items()).toEqual([]);
    }
  });

  it("can be given up once it failed, and not before", async () => {
    const queue = bench.open(async () => ({ kind: "refused", code: "too-large" }));
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
      bench = new SendBench();
      const fate = [...network];
      const send: Send = async (item) => {
        switch (fate.shift() ?? "ok") {
          case "ok":
            return bench.server.receive(item);
          case "lost":
            bench.server.receive(item);
            return { kind: "unavailable" };
          case "down":
            return { kind: "unavailable" };
          case "never":
            return new Promise(() => undefined);
        }
      };
      let queue = bench.open(send);
      for (let n = 1; n <= count; n += 1) queue.add("chat", { text: `${n}` }, `k${n}`);
      while (fate.length > 0 || bench.storage.kept !== null) {
        await bench.clock.pass(20_000);
        if (bench.storage.kept === null) break;
        queue.stop();
        queue = bench.open(send);
      }
      expect(bench.texts()).toEqual(Array.from({ length: count }, (_, n) => `${n + 1}`));
    }),
    { numRuns: 60 },
  );
});
