import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sealAudit } from "@/lib/core/audit-log";
import { change } from "@/lib/core/change";
import { openScene, type Scene } from "@/lib/testing/factories";
import { minutes, SYSTEM } from "@/lib/testing/people";
import { verifyAuditLog } from "./verify-audit-log";

let scene: Scene;
let superuser: pg.Client;
beforeEach(async () => {
  scene = await openScene();
  superuser = new pg.Client({ connectionString: scene.url });
  await superuser.connect();
});
afterEach(async () => {
  await superuser.end();
  await scene.close();
});

/** One change with so many audit entries. */
const write = async (entries = 1) =>
  change(scene.ctx(SYSTEM), async ({ audit }) => {
    for (let n = 1; n <= entries; n += 1) audit("test.done", { b: n, a: ["x"] });
  });
const seal = async () => sealAudit(scene.ctx(SYSTEM, minutes(1)));
/** Links everything: transactions of other tests in the same cluster hold the horizon back for a moment. */
const sealAll = async () =>
  expect
    .poll(async () => {
      await seal();
      return (await verify()).unsealed;
    })
    .toBe(0);
const verify = async (expected?: string) => verifyAuditLog(scene.ctx(SYSTEM), expected);

/** What nobody but the owner of the database can do: switch the guards off, and rewrite. */
const tamper = async (statement: string) => {
  await superuser.query("alter table audit_entry disable trigger all; alter table audit_seal disable trigger all");
  const { rowCount } = await superuser.query(statement);
  expect(rowCount).toBe(1);
};

describe("the chain over the audit log", () => {
  it("holds over several links, and says what no link covers yet", async () => {
    expect(await verify()).toMatchObject({ links: 0, entries: 0, unsealed: 0, breaks: [] });
    await write(3);
    await sealAll();
    await write(2);
    await sealAll();
    expect(await seal()).toBe(0);
    await write();
    expect(await verify()).toMatchObject({ links: 2, entries: 5, unsealed: 1, breaks: [] });
  });

  it("splits a crowd into links, and two sealers at once make one chain", async () => {
    await write(4100);
    await Promise.all([seal(), seal(), seal()]);
    await sealAll();
    expect(await verify()).toMatchObject({ links: 3, entries: 4100, unsealed: 0, breaks: [] });
  });

  it("leaves out what a transaction still running may overtake", async () => {
    const slow = new pg.Client({ connectionString: scene.url });
    await slow.connect();
    await slow.query("begin");
    await slow.query(
      `insert into audit_entry (at, actor_kind, verb, subject, request_id) values (now(), 'system', 'test.slow', '{}', 'r')`,
    );
    await write();
    expect(await seal()).toBe(0);
    await slow.query("commit");
    await slow.end();
    await sealAll();
    expect(await verify()).toMatchObject({ entries: 2, breaks: [] });
  });

  it.each([
    ["changed", "update audit_entry set subject = '{\"b\": 9}' where id = 2", "entries-changed"],
    ["moved in time", "update audit_entry set at = at - interval '1 hour' where id = 2", "entries-changed"],
    ["missing", "delete from audit_entry where id = 2", "entries-missing"],
    [
      "added",
      "insert into audit_entry (id, xid, at, actor_kind, verb, subject, request_id) select 0, xid, at, actor_kind, verb, subject, request_id from audit_entry where id = 1",
      "entries-added",
    ],
    ["its link changed", "update audit_seal set at = at + interval '1 second' where id = 1", "entries-changed"],
  ])("finds an entry %s, although the guards were off", async (_, statement, why) => {
    await write(3);
    await sealAll();
    await write(2);
    await sealAll();
    await tamper(statement);
    const { breaks } = await verify();
    expect(breaks).toEqual([expect.objectContaining({ link: "1", after: "0:0", why })]);
  });

  it("finds a link taken out, and a link made anew over changed entries", async () => {
    for (let link = 1; link <= 3; link += 1) {
      await write();
      await sealAll();
    }
    await tamper("delete from audit_seal where id = 2");
    expect((await verify()).breaks).toEqual([expect.objectContaining({ link: "3", why: "chain-broken" })]);
  });

  it("finds the end cut off against a head that was written down elsewhere", async () => {
    await write();
    await sealAll();
    const { head: first } = await verify();
    await write();
    await sealAll();
    const { head } = await verify();
    expect(await verify(first)).toMatchObject({ expectedFound: true });
    await tamper("delete from audit_seal where id = 2");
    await tamper("delete from audit_entry where id = 2");
    expect(await verify(head)).toMatchObject({ breaks: [], expectedFound: false });
  });

  it("is read and written by the application, and never rewritten by it", async () => {
    await write();
    await sealAll();
    await superuser.query("set role helpdesk_app");
    for (const table of ["audit_entry", "audit_seal"]) {
      await expect(superuser.query(`update ${table} set at = now()`)).rejects.toMatchObject({ code: "42501" });
      await expect(superuser.query(`delete from ${table}`)).rejects.toMatchObject({ code: "42501" });
      await expect(superuser.query(`truncate ${table}`)).rejects.toMatchObject({ code: "42501" });
    }
    await superuser.query("reset role");
    await expect(superuser.query("update audit_entry set at = now()")).rejects.toMatchObject({ code: "42501" });
    expect(await verify()).toMatchObject({ entries: 1, breaks: [] });
  });

  it("is verified by administrators", async () => {
    const supervisor = await scene.staff({ roles: ["supervisor"] });
    await expect(verifyAuditLog(scene.ctx(supervisor))).rejects.toMatchObject({ code: "forbidden" });
  });
});
