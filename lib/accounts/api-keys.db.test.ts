import { randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Vault } from "@/lib/core/vault";
import { openScene, type Scene } from "@/lib/testing/factories";
import { audited, person, SYSTEM } from "@/lib/testing/people";
import { createApiKey } from "./create-api-key";
import { apiKeyActor } from "./load-api-key";
import { revokeApiKey } from "./revoke-api-key";
import { rotateMasterKey } from "./rotate-master-key";

let scene: Scene;
beforeAll(async () => void (scene = await openScene()));
afterAll(async () => scene.close());

describe("keys of the public API", () => {
  it("are shown once, stored hashed, and stand for their scopes", async () => {
    const { id, key } = await createApiKey(scene.ctx(SYSTEM), {
      name: "Bot",
      scopes: ["cases:read", "cases:read", "shifts:read"],
    });
    expect(key).toMatch(/^hd3018_[A-Za-z0-9_-]{43}$/);
    expect(await apiKeyActor(scene, key)).toEqual({ kind: "key", id, scopes: ["cases:read", "shifts:read"] });
    expect(await apiKeyActor(scene, `${key}x`)).toBeNull();
    const [row] = await scene.db.$queryRaw<{ text: string }[]>`select api_key::text as text from api_key`;
    expect(row!.text).not.toContain(key);
    expect(await audited(scene, "api-key.created")).toEqual([{ keyId: id, scopes: ["cases:read", "shifts:read"] }]);
  });

  it("are withdrawn at once, once", async () => {
    const { id, key } = await createApiKey(scene.ctx(SYSTEM), { name: "Bot", scopes: ["cases:read"] });
    await Promise.all([1, 2].map(async () => revokeApiKey(scene.ctx(SYSTEM), { keyId: id })));
    expect(await apiKeyActor(scene, key)).toBeNull();
    expect(await audited(scene, "api-key.revoked")).toEqual([{ keyId: id }]);
    await expect(revokeApiKey(scene.ctx(SYSTEM), { keyId: uuid() })).rejects.toMatchObject({ code: "not-found" });
  });

  it("are administrators' business", async () => {
    const ctx = scene.ctx(await scene.staff({ roles: ["supervisor"] }));
    await expect(createApiKey(ctx, { name: "Bot", scopes: ["cases:read"] })).rejects.toMatchObject({ code: "forbidden" });
    await expect(revokeApiKey(ctx, { keyId: uuid() })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("rotating the master key", () => {
  it("re-wraps every data key: what was sealed opens with the new master alone", async () => {
    const [old, fresh] = [randomBytes(32).toString("base64"), randomBytes(32).toString("base64")];
    const at = { table: "t", column: "c", row: "1" };
    const before = new Vault([old]);
    await scene.db.vaultKey.deleteMany();
    const keyId = await before.createKey(scene.db, "user", new Date(0));
    const sealed = before.seal(keyId, at, "secret");
    for (let more = 0; more < 600; more += 1) await before.createKey(scene.db, "user", new Date(0));

    const steps: number[] = [];
    const ctx = { ...scene.ctx(SYSTEM), vault: new Vault([fresh, old]) };
    expect(await rotateMasterKey(ctx, (done) => steps.push(done))).toBe(601);
    expect(steps).toEqual([500, 601]);
    expect(await rotateMasterKey(ctx)).toBe(0);

    const after = new Vault([fresh]);
    await after.loadKeys(scene.db, [keyId]);
    expect(after.open(keyId, at, sealed)).toBe("secret");
    expect(await audited(scene, "vault.rotated")).toEqual([
      { keys: 500, masterVersion: after.masterVersion },
      { keys: 101, masterVersion: after.masterVersion },
    ]);
  });

  it("is an administrator's", async () => {
    const { id } = await person(scene);
    expect(id).toBeTruthy();
    await expect(rotateMasterKey(scene.ctx(await scene.staff()))).rejects.toMatchObject({ code: "forbidden" });
  });
});
