import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { APP_ROLE_OPTION } from "@/lib/core/db";
import { testDatabase } from "@/lib/testing/database";
import { diffToSchema, migrationState } from "./engine";
import { migrate } from "./migrate";

let database: Awaited<ReturnType<typeof testDatabase>>;
let owner: pg.Client;
let app: pg.Client;

beforeAll(async () => {
  database = await testDatabase();
  owner = new pg.Client({ connectionString: database.url });
  app = new pg.Client({ connectionString: database.url, options: APP_ROLE_OPTION });
  await Promise.all([owner.connect(), app.connect()]);
});
afterAll(async () => {
  await Promise.all([owner.end(), app.end()]);
  await database.drop();
});

const flush = (audit: unknown, events: unknown, jobs: unknown) =>
  app.query(
    "select core_flush($1::jsonb, $2::jsonb, $3::jsonb)",
    [audit, events, jobs].map((each) => JSON.stringify(each)),
  );
const entry = (verb: string) => ({
  at: "2026-11-24T14:00:00Z",
  actorKind: "bot",
  actorId: null,
  verb,
  subject: { id: "x" },
  requestId: "r",
});

describe("migrations", () => {
  it("say the same as schema.prisma", async () => {
    expect(await diffToSchema(database.url)).toBeNull();
  });

  it("are all applied, unedited, and safe to apply again, by several at once", async () => {
    expect(await Promise.all([migrate(database.url), migrate(database.url), migrate(database.url)])).toEqual([[], [], []]);
    expect(await migrationState(database.url)).toEqual({ missing: [], edited: [], failed: [], unknown: [] });
    const { rows } = await owner.query("select count(*)::int as n from _prisma_migrations where finished_at is null");
    expect(rows).toEqual([{ n: 0 }]);
  });
});

describe("what is append-only", () => {
  beforeAll(async () => void (await flush([entry("test.kept")], [{ rooms: ["desk"], event: { type: "line.changed" } }], [])));

  it.each([
    "update audit_entry set verb = 'other'",
    "delete from audit_entry",
    "truncate audit_entry",
    "update audit_seal set entries = 0",
    "delete from audit_seal",
    "truncate audit_seal",
    "update event_log set rooms = '{}'",
    "truncate event_log",
  ])("%s: refused to the application by its rights and to the owner by the trigger", async (statement) => {
    await expect(app.query(statement)).rejects.toThrow(/permission denied for table/);
    await expect(owner.query(statement)).rejects.toThrow(/is append-only/);
    await owner.query("begin; set local session_replication_role = replica");
    await expect(owner.query(statement)).rejects.toThrow(/is append-only/);
    await owner.query("rollback");
  });

  it("lets old events go, and keeps the history of migrations for the owner", async () => {
    expect((await app.query("delete from event_log where at < now() - interval '1 day'")).rowCount).toBe(0);
    await expect(app.query("delete from _prisma_migrations")).rejects.toThrow(/permission denied/);
  });
});

describe("core_flush", () => {
  it("writes entries, events and jobs in the order given, under one transaction id", async () => {
    await app.query("begin");
    const events = [1, 2, 3].map((n) => ({
      rooms: ["desk", `user:${n}`],
      event: { type: "account.changed", userId: String(n) },
    }));
    const jobs = [
      { name: "test.later", payload: { n: 1 }, queue: "conversation:1", key: "k", delayMs: 60_000, maxAttempts: 3 },
      { name: "test.now", payload: { n: 2 } },
    ];
    await flush([entry("test.a"), entry("test.b")], events, jobs);
    const { rows: written } = await app.query(
      "select verb, xid::text from audit_entry where xid = pg_current_xact_id() order by id",
    );
    expect(written.map((row: { verb: string }) => row.verb)).toEqual(["test.a", "test.b"]);
    const { rows: logged } = await app.query("select rooms, event from event_log where xid = pg_current_xact_id() order by id");
    expect(logged).toEqual(events);
    const { rows: queued } = await app.query(
      `select task_identifier, queue_name, key, max_attempts, extract(epoch from run_at - now())::int as seconds
         from graphile_worker.jobs where task_identifier like 'test.%' order by id`,
    );
    expect(queued).toEqual([
      { task_identifier: "test.later", queue_name: "conversation:1", key: "k", max_attempts: 3, seconds: 60 },
      { task_identifier: "test.now", queue_name: null, key: null, max_attempts: 25, seconds: 0 },
    ]);
    await app.query("rollback");
  });

  it("takes nothing for an answer", async () => {
    await flush([], [], []);
    await app.query("select core_flush(null, null, null)");
  });

  it("does not notify inside the transaction; core_wake does, afterwards", async () => {
    const heard: string[] = [];
    const listener = new pg.Client({ connectionString: database.url });
    await listener.connect();
    listener.on("notification", ({ channel }) => heard.push(channel));
    await listener.query('listen "jobs:insert"; listen events');
    await flush([entry("test.quiet")], [], [{ name: "test.quiet", payload: {} }]);
    await listener.query("select pg_sleep(0.2)");
    expect(heard).toEqual([]);
    await app.query("select core_wake(0)");
    await app.query("select core_wake(1)");
    await expect.poll(() => heard).toEqual(["events", "events", "jobs:insert"]);
    await listener.end();
  });
});

describe("next_case_ordinal", () => {
  it("counts each year without gaps, also when a case is given up", async () => {
    const next = async (client: pg.Client, year: number) =>
      (await client.query<{ n: number }>("select next_case_ordinal($1) as n", [year])).rows[0]!.n;
    await owner.query("begin");
    expect(await next(owner, 2031)).toBe(1);
    const waiting = next(app, 2031);
    await owner.query("rollback");
    expect(await waiting).toBe(1);
    expect(await next(app, 2031)).toBe(2);
    expect(await next(app, 2032)).toBe(1);
  });
});
