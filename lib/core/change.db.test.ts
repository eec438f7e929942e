import { afterAll, beforeAll, expect, test } from "vitest";
import { openScene, TUESDAY_15H, type Scene } from "@/lib/testing/factories";
import { change, changeSilently } from "./change";
import { contextFor } from "./context";
import { currentCursor, readEvents } from "./event-log";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(async () => scene.close());

const system = { kind: "system", name: "test" } as const;
const setting = (name: string) => ({ name, value: 1, changedAt: TUESDAY_15H });

test("state, audit, event and job are there together after the commit", async () => {
  const cursor = await currentCursor(scene.db);
  const ctx = contextFor({ db: scene.db, vault: scene.vault }, system, TUESDAY_15H);
  await change(ctx, async ({ tx, audit, emit, enqueue }) => {
    await tx.setting.create({ data: setting("together") });
    audit("test.together", { id: "x" });
    emit(["desk"], { type: "line.changed" });
    enqueue("routing.assign-next", { because: "test" }, { key: "together" });
  });
  expect(await scene.db.setting.count({ where: { name: "together" } })).toBe(1);
  expect(await scene.db.auditEntry.count({ where: { verb: "test.together", requestId: ctx.requestId } })).toBe(1);
  expect((await readEvents(scene.db, { after: cursor, limit: 10 })).map((e) => e.event)).toEqual([{ type: "line.changed" }]);
  const jobs = await scene.db.$queryRaw<{ key: string }[]>`select key from graphile_worker.jobs where key = 'together'`;
  expect(jobs).toHaveLength(1);
});

test("a failure leaves none of them", async () => {
  const cursor = await currentCursor(scene.db);
  const ctx = contextFor({ db: scene.db, vault: scene.vault }, system, TUESDAY_15H);
  const failing = change(ctx, async ({ tx, audit, emit, enqueue }) => {
    await tx.setting.create({ data: setting("undone") });
    audit("test.undone", {});
    emit(["desk"], { type: "line.changed" });
    enqueue("routing.assign-next", { because: "test" }, { key: "undone" });
    throw new Error("on purpose");
  });
  await expect(failing).rejects.toThrow("on purpose");
  expect(await scene.db.setting.count({ where: { name: "undone" } })).toBe(0);
  expect(await scene.db.auditEntry.count({ where: { verb: "test.undone" } })).toBe(0);
  expect(await readEvents(scene.db, { after: cursor, limit: 10 })).toEqual([]);
  expect(await scene.db.$queryRaw`select 1 from graphile_worker.jobs where key = 'undone'`).toEqual([]);
});

test("writing without an audit entry is refused and undone; reading and locking without one is fine", async () => {
  const ctx = scene.ctx(system);
  await expect(change(ctx, async ({ tx }) => tx.setting.create({ data: setting("unaudited") }))).rejects.toThrow(
    /no audit entry/,
  );
  expect(await scene.db.setting.count({ where: { name: "unaudited" } })).toBe(0);

  const { id } = await scene.conversation();
  await change(ctx, async ({ tx }) => tx.$queryRaw`select 1 from conversation where id = ${id}::uuid for update`);
  await changeSilently(ctx, "a heartbeat in a test", async ({ tx }) => tx.setting.create({ data: setting("silent") }));
  expect(await scene.db.setting.count({ where: { name: "silent" } })).toBe(1);
});

test("a called verb joins: one transaction, and its audit names its own actor", async () => {
  const ctx = scene.ctx(system);
  const joined = change(ctx, async (outer) => {
    outer.audit("test.outer", {});
    await change({ ...outer.ctx, actor: { kind: "bot" } }, async ({ tx, audit }) => {
      await tx.setting.create({ data: setting("joined") });
      audit("test.inner", {});
    });
    throw new Error("both go");
  });
  await expect(joined).rejects.toThrow("both go");
  expect(await scene.db.setting.count({ where: { name: "joined" } })).toBe(0);

  await change(ctx, async (outer) => {
    outer.audit("test.outer", {});
    await change({ ...outer.ctx, actor: { kind: "bot" } }, async ({ audit }) => audit("test.inner", {}));
  });
  const kinds = await scene.db.auditEntry.findMany({
    where: { verb: { in: ["test.outer", "test.inner"] } },
    select: { verb: true, actorKind: true },
  });
  expect(kinds).toEqual(
    expect.arrayContaining([
      { verb: "test.outer", actorKind: "system" },
      { verb: "test.inner", actorKind: "bot" },
    ]),
  );
});

test("a deadlock is retried and both changes come through", async () => {
  const [a, b] = [await scene.conversation(), await scene.conversation()];
  const lockBoth = (first: string, second: string) =>
    change(scene.ctx(system), async ({ tx, audit }) => {
      await tx.$queryRaw`select 1 from conversation where id = ${first}::uuid for update`;
      // Long enough for the other to hold its first lock: PostgreSQL then has a real deadlock to break.
      await tx.$queryRaw`select pg_sleep(0.2)::text`;
      await tx.$queryRaw`select 1 from conversation where id = ${second}::uuid for update`;
      audit("test.deadlock", { first });
    });
  await Promise.all([lockBoth(a.id, b.id), lockBoth(b.id, a.id)]);
  expect(await scene.db.auditEntry.count({ where: { verb: "test.deadlock" } })).toBe(2);
});

test("a reader never passes over a transaction that commits late", async () => {
  const cursor = await currentCursor(scene.db);
  const ctx = scene.ctx(system);
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  let hasWritten: () => void = () => undefined;
  const written = new Promise<void>((resolve) => (hasWritten = resolve));
  const slow = change(ctx, async ({ tx, audit, emit }) => {
    await tx.setting.create({ data: setting("slow") });
    hasWritten();
    audit("test.slow", {});
    emit(["desk"], { type: "account.changed", userId: "slow" });
    await held;
  });
  await written;
  await change(ctx, async ({ audit, emit }) => {
    audit("test.fast", {});
    emit(["desk"], { type: "account.changed", userId: "fast" });
  });
  // The fast one is committed, yet not readable: the slow one, with a lower xid, may still come.
  expect(await readEvents(scene.db, { after: cursor, limit: 10 })).toEqual([]);
  letGo();
  await slow;
  const seen = await readEvents(scene.db, { after: cursor, limit: 10 });
  expect(seen.map((e) => e.event)).toEqual([
    { type: "account.changed", userId: "slow" },
    { type: "account.changed", userId: "fast" },
  ]);
});
