import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Vault } from "@/lib/core/vault";
import { openScene, TUESDAY_15H, type Scene } from "@/lib/testing/factories";
import { audited, SYSTEM } from "@/lib/testing/people";
import { replaceRecoveryCodes, spendRecoveryCode } from "./recovery-codes";
import { rotateMasterKey } from "./rotate-master-key";

const [OLD, FRESH] = [randomBytes(32).toString("base64"), randomBytes(32).toString("base64")];
const AT = { table: "t", column: "c", row: "1" };

let scene: Scene;
beforeAll(async () => void (scene = await openScene(new Vault([OLD]))));
afterAll(async () => scene.close());

const unlocked = async (...keys: string[]) => {
  const vault = new Vault(keys);
  await vault.unlock(scene.db, TUESDAY_15H);
  return vault;
};

describe("rotating the master key", () => {
  it("is an administrator's", async () => {
    await expect(rotateMasterKey(scene.ctx(await scene.staff()))).rejects.toMatchObject({ code: "forbidden" });
  });

  it("re-wraps every key: what was sealed opens, and who was known is known, with the new master alone", async () => {
    const { db, vault } = scene;
    await db.vaultKey.deleteMany({ where: { subject: { not: "lookup" } } });
    const keyId = await vault.createKey(db, "user", TUESDAY_15H);
    const sealed = vault.seal(keyId, AT, "secret");
    await vault.createKeys(db, "user", TUESDAY_15H, 600);
    const known = vault.lookup("webchat", "device");
    const { id: userId } = await scene.staff();
    const [code, spare] = await replaceRecoveryCodes(db, vault, userId);
    const count = await db.vaultKey.count();

    const steps: number[] = [];
    const ctx = { ...scene.ctx(SYSTEM), vault: await unlocked(FRESH, OLD) };
    expect(await spendRecoveryCode(db, ctx.vault, userId, spare!, TUESDAY_15H)).toBe(true);
    expect(await rotateMasterKey(ctx, (done) => steps.push(done))).toBe(count);
    expect(steps).toEqual([500, count]);
    expect(await rotateMasterKey(ctx)).toBe(0);

    // The old key is withdrawn.
    const after = await unlocked(FRESH);
    await after.loadKeys(db, [keyId]);
    expect(after.open(keyId, AT, sealed)).toBe("secret");
    expect(after.lookup("webchat", "device")).toEqual(known);
    expect(await spendRecoveryCode(db, after, userId, code!, TUESDAY_15H)).toBe(true);
    expect(await audited(scene, "vault.rotated")).toEqual([
      { keys: 500, masterVersion: after.masterVersion },
      { keys: count - 500, masterVersion: after.masterVersion },
    ]);
    expect(await db.vaultKey.count({ where: { masterVersion: { not: after.masterVersion } } })).toBe(0);
    await expect(unlocked(OLD)).rejects.toThrow(/No master key/);
  });
});
