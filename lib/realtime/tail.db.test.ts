import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isAfter } from "@/lib/contract/cursor";
import { change } from "@/lib/core/change";
import type { LoggedEvent } from "@/lib/core/event-log";
import { eventually } from "@/lib/testing/eventually";
import { openScene, type Scene } from "@/lib/testing/factories";
import { Tail } from "./tail";

let scene: Scene;
let tail: Tail;
let heard: LoggedEvent[];
let emits: { position: string; last: string }[];
beforeAll(async () => void (scene = await openScene()));
afterAll(() => scene.close());
beforeEach(() => {
  heard = [];
  emits = [];
});
afterEach(() => tail.close());

async function start(options: Partial<ConstructorParameters<typeof Tail>[0]> = {}): Promise<Tail> {
  tail = new Tail({ db: scene.db, url: scene.url, pageSize: 7, ...options });
  tail.follow((batch) => ({
    ready: () => true,
    fill: async () => undefined,
    emit: () => {
      heard.push(...batch);
      emits.push({ position: tail.position, last: batch.at(-1)!.cursor });
    },
  }));
  await tail.start();
  return tail;
}

const write = (userId: string) =>
  change(scene.ctx({ kind: "system", name: "test" }), async (work) => {
    work.emit(["desk"], { type: "account.changed", userId });
    work.audit("test.wrote", { userId });
  });
const ids = () => heard.map(({ event }) => (event.type === "account.changed" ? event.userId : ""));

describe("the tail", () => {
  it("hands on everything once, in the order of the pair, page after page, as many as write at once", async () => {
    await start();
    await Promise.all(Array.from({ length: 60 }, (_, n) => write(`w${n}`)));
    await eventually("all of them", () => heard.length >= 60);
    expect(new Set(ids()).size).toBe(60);
    for (const [index, { cursor }] of heard.entries())
      if (index > 0) expect(isAfter(cursor, heard[index - 1]!.cursor)).toBe(true);
    for (const { position, last } of emits) expect(position).toBe(last);
  });

  it("waits for an older transaction that is still running, and does not lose what it writes", async () => {
    await start();
    const slow = new pg.Client({ connectionString: scene.url });
    await slow.connect();
    try {
      await slow.query("begin");
      await slow.query(`insert into event_log (rooms, event) values ('{desk}', '{"type":"account.changed","userId":"slow"}')`);
      await write("quick");
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(ids()).not.toContain("quick");
      await slow.query("commit");
      await eventually("both", () => heard.length >= 2);
      expect(ids()).toEqual(["slow", "quick"]);
    } finally {
      await slow.end();
    }
  });

  it("goes on without notifications, by its poll", async () => {
    await start({ pollMs: 50 });
    await tail.listener.close();
    await write("polled");
    await eventually("it", () => ids().includes("polled"));
  });

  it("listens again after its connection was cut", async () => {
    await start({ pollMs: 60_000 });
    const admin = new pg.Client({ connectionString: scene.url });
    await admin.connect();
    await admin.query(`
      select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'helpdesk tail' and datname = current_database()`);
    await admin.end();
    await eventually("cut", () => !tail.listener.up);
    await eventually("up", () => tail.listener.up);
    await write("after the cut");
    await eventually("it", () => ids().includes("after the cut"));
  });

  it("does not stop on an error, nor pass anything over", async () => {
    let failures = 3;
    tail = new Tail({ db: scene.db, url: scene.url, pollMs: 30 });
    tail.follow((batch) => {
      if (failures > 0) {
        failures -= 1;
        throw new Error("the database went away");
      }
      return { ready: () => true, fill: async () => undefined, emit: () => void heard.push(...batch) };
    });
    await tail.start();
    await write("one");
    await write("two");
    await eventually("both", () => heard.length >= 2);
    expect(ids()).toEqual(["one", "two"]);
    await eventually("healthy again", () => tail.healthy);
  });

  it("asks again for what somebody needs who came while it was reading", async () => {
    let missing = 3;
    tail = new Tail({ db: scene.db, url: scene.url });
    tail.follow((batch) => ({
      ready: () => missing === 0,
      fill: async () => void (missing -= 1),
      emit: () => void heard.push(...batch),
    }));
    await tail.start();
    await write("one");
    await eventually("it", () => heard.length === 1);
  });

  it("stands still for whoever cannot catch up otherwise", async () => {
    await start();
    await tail.quietly(async () => {
      const { position } = tail;
      await write("meanwhile");
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(tail.position).toBe(position);
    });
    await eventually("afterwards", () => ids().includes("meanwhile"));
  });

  it("hands on nothing after it was closed", async () => {
    await start();
    await tail.close();
    await write("too late");
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(heard).toEqual([]);
  });
});
