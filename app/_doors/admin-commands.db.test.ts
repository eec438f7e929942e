import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { apiKeyActor } from "@/lib/accounts/load-api-key";
import { verifyAuditLog } from "@/lib/audit/verify-audit-log";
import { sealAudit } from "@/lib/core/audit-log";
import { openScene, type Scene } from "@/lib/testing/factories";
import { PASSWORD, signedIn, SYSTEM } from "@/lib/testing/people";
import { runAdmin, type Terminal } from "./admin-commands";

let scene: Scene;
let said: string[];
let complained: string[];
let typed: string;
beforeAll(async () => void (scene = await openScene()));
afterAll(async () => scene.close());
beforeEach(() => {
  said = [];
  complained = [];
  typed = PASSWORD;
});

const terminal: Terminal = {
  say: (line) => said.push(line),
  complain: (line) => complained.push(line),
  readPassword: async () => typed,
  makePassword: () => PASSWORD,
};
const admin = async (...args: string[]) => runAdmin(scene.ctx(SYSTEM), args, terminal);

describe("npm run admin", () => {
  it("makes the first administrator, who can sign in; the password is not repeated", async () => {
    expect(
      await admin("create-user", "--email", "First@Test.Example", "--name", "Alix", "--roles", "administrator,planner"),
    ).toBe(0);
    const actor = await signedIn(scene, "first@test.example");
    expect(actor).toMatchObject({ name: "Alix", roles: ["administrator", "planner"] });
    expect(said.join()).not.toContain(PASSWORD);
  });

  it("prints a generated password once", async () => {
    const args = ["--email", "second@test.example", "--name", "Noa", "--roles", "listener", "--skills", "listening,legal"];
    expect(await admin("create-user", ...args, "--capacity", "4", "--volunteer", "--generate-password")).toBe(0);
    expect(said.at(-1)?.split(" ").at(-1)).toBe(PASSWORD.split(" ").at(-1));
    expect(await scene.db.user.findUnique({ where: { email: "second@test.example" } })).toMatchObject({
      skills: ["listening", "legal"],
      capacity: 4,
      employment: "volunteer",
    });
    expect(await admin("create-user", ...args)).toBe(1);
    expect(complained).toEqual(["Refused: email-taken"]);
  });

  it("says what was not understood, field by field, and makes nothing", async () => {
    const before = await scene.db.user.count();
    typed = "short";
    expect(await admin("create-user", "--email", "nobody", "--name", "N", "--roles", "king")).toBe(2);
    expect(complained.map((line) => line.split(":")[0])).toEqual(["email", "roles.0", "password"]);
    expect(await admin("create-user", "--emial", "x")).toBe(2);
    expect(await admin("conquer")).toBe(2);
    expect(await admin("toString")).toBe(2);
    expect(await admin()).toBe(2);
    expect(await scene.db.user.count()).toBe(before);
  });

  it("resets a password by e-mail, and refuses an unknown one", async () => {
    typed = "encore une autre phrase";
    expect(await admin("reset-password", "--email", "first@test.example", "--password-stdin", "--second-factor")).toBe(0);
    await expect(signedIn(scene, "first@test.example")).rejects.toMatchObject({ code: "wrong-credentials" });
    expect(await admin("reset-password", "--email", "stranger@test.example")).toBe(1);
    expect(await admin("reset-password")).toBe(2);
  });

  it("lists accounts", async () => {
    expect(await admin("list-users")).toBe(0);
    expect(said.some((line) => /first@test\.example +administrator,planner +active/.test(line))).toBe(true);
  });

  it("prints a key once, as the last word", async () => {
    expect(await admin("create-key", "--name", "Bot de test", "--scopes", "escalations:write, cases:read")).toBe(0);
    const key = said.join("\n").trim().split(/\s/).at(-1)!;
    expect(await apiKeyActor(scene, key)).toMatchObject({ scopes: ["escalations:write", "cases:read"] });
    expect(await admin("create-key", "--name", "Bot", "--scopes", "everything")).toBe(2);
  });

  it("rotates keys", async () => {
    expect(await admin("rotate-keys")).toBe(0);
    expect(said[0]).toMatch(/^Done: 0 /);
  });

  it("verifies the audit log, and exits 3 where it was rewritten", async () => {
    const ctx = scene.ctx(SYSTEM);
    await expect.poll(async () => sealAudit(ctx).then(async () => (await verifyAuditLog(ctx)).unsealed)).toBe(0);
    expect(await admin("verify-audit")).toBe(0);
    const head = said.at(-1)!;
    expect(await admin("verify-audit", "--expect", head)).toBe(0);
    expect(await admin("verify-audit", "--expect", "0".repeat(64))).toBe(3);

    const superuser = new pg.Client({ connectionString: scene.url });
    await superuser.connect();
    await superuser.query("alter table audit_entry disable trigger all");
    await superuser.query("update audit_entry set verb = 'nothing.happened' where id = (select min(id) from audit_entry)");
    await superuser.end();
    complained = [];
    expect(await admin("verify-audit")).toBe(3);
    expect(complained[0]).toMatch(/^Link 1 does not hold: entries-changed/);
  });
});
