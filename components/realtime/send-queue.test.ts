import { beforeEach, describe, expect, it } from "vitest";
import { drawer, SendBench, settle, statesOf } from "@/lib/testing/send-bench";

let bench: SendBench;
beforeEach(() => void (bench = new SendBench()));

describe("the nine cases", () => {
  it("1. sends once", async () => {
    const queue = bench.open();
    queue.add("chat", { text: "bonjour" }, "a");
    expect(statesOf(queue)).toEqual([["a", "sending", null]]);
    await settle();
    expect(statesOf(queue)).toEqual([["a", "sent", null]]);
    expect(bench.attempts).toEqual(["a"]);
    expect(bench.shown).toEqual(bench.server.stored);
  });

  it("2. double click: one message", async () => {
    const queue = bench.open();
    queue.add("chat", { text: "bonjour" }, "a");
    queue.add("chat", { text: "bonjour" }, "a");
    await settle();
    queue.add("chat", { text: "bonjour" }, "a");
    await settle();
    expect(bench.attempts).toEqual(["a"]);
    expect(bench.texts()).toEqual(["bonjour"]);
  });

  it("3. retry after a lost answer: stored once, shown once", async () => {
    let lost = true;
    const queue = bench.open(async (item) => {
      const answer = bench.server.receive(item);
      if (!lost) return answer;
      lost = false;
      throw new TypeError("Failed to fetch");
    });
    queue.add("chat", { text: "bonjour" }, "a");
    await settle();
    expect(statesOf(queue)).toEqual([["a", "sending", null]]);
    await bench.clock.pass(500);
    expect(statesOf(queue)).toEqual([["a", "sent", null]]);
    expect(bench.attempts).toEqual(["a", "a"]);
    expect(bench.texts()).toEqual(["bonjour"]);
  });

  it("4. retry after a reload: the same client id, from what the browser kept", async () => {
    const before = bench.open(() => new Promise(() => undefined));
    before.add("chat", { text: "un" }, "a");
    before.add("chat", { text: "deux" }, "b");
    await settle();
    before.stop();
    const after = bench.open();
    await settle();
    expect(bench.attempts).toEqual(["a", "a", "b"]);
    expect(bench.texts()).toEqual(["un", "deux"]);
    expect(statesOf(after)).toEqual([
      ["a", "sent", null],
      ["b", "sent", null],
    ]);
    expect(bench.storage.kept).toBeNull();
  });

  it("5. retry on another server of the same database", async () => {
    const first = { down: false };
    const queue = bench.open(async (item) => {
      if (!first.down) {
        first.down = true;
        bench.server.receive(item);
        return { kind: "unavailable" };
      }
      return bench.server.receive(item);
    });
    queue.add("chat", { text: "bonjour" }, "a");
    await bench.clock.pass(1000);
    expect(bench.texts()).toEqual(["bonjour"]);
    expect(statesOf(queue)).toEqual([["a", "sent", null]]);
  });

  it("6. concurrent duplicates: two tabs with the same kept queue store once", async () => {
    const kept = JSON.stringify([
      { clientId: "a", lane: "chat", body: { text: "bonjour" }, queuedAt: 0, state: "sending", reason: null, attempts: 3 },
    ]);
    const tabs = [drawer(), drawer()].map((own) => {
      own.kept = kept;
      return bench.open(undefined, own);
    });
    await settle();
    expect(bench.attempts).toEqual(["a", "a"]);
    expect(bench.texts()).toEqual(["bonjour"]);
    for (const tab of tabs) expect(statesOf(tab)).toEqual([["a", "sent", null]]);
  });

  it("7. the same id with another body: a conflict, said and not retried", async () => {
    bench.server.receive({ clientId: "a", body: { text: "autre chose" } });
    const queue = bench.open();
    queue.add("chat", { text: "bonjour" }, "a");
    await bench.clock.pass(60_000);
    expect(statesOf(queue)).toEqual([["a", "failed", "idempotency-conflict"]]);
    expect(bench.attempts).toEqual(["a"]);
    expect(bench.texts()).toEqual(["autre chose"]);
  });

  it("8. retry after the conversation was closed: what was stored counts as stored, what was not fails with its reason", async () => {
    let lost = true;
    const queue = bench.open(async (item) => {
      const answer = bench.server.receive(item);
      if (!lost) return answer;
      lost = false;
      bench.server.closed = true;
      return { kind: "unavailable" };
    });
    queue.add("chat", { text: "avant" }, "a");
    queue.add("chat", { text: "après" }, "b");
    await bench.clock.pass(1000);
    expect(statesOf(queue)).toEqual([
      ["a", "sent", null],
      ["b", "failed", "wrong-state"],
    ]);
    expect(bench.texts()).toEqual(["avant"]);
    bench.server.closed = false;
    queue.retry("b");
    await settle();
    expect(bench.texts()).toEqual(["avant", "après"]);
  });

  it("9. nothing arrives out of order: a later one waits for the one before it", async () => {
    const answers: (() => void)[] = [];
    const queue = bench.open((item) => new Promise((resolve) => answers.push(() => resolve(bench.server.receive(item)))));
    for (const id of ["a", "b", "c"]) queue.add("chat", { text: id }, id);
    queue.add("other", { text: "x" }, "x");
    await settle();
    expect(bench.attempts).toEqual(["a", "x"]);
    for (let round = 0; round < 4; round += 1) {
      for (const answer of answers.splice(0)) answer();
      await settle();
    }
    expect(bench.texts().filter((text) => text !== "x")).toEqual(["a", "b", "c"]);
  });
});
