import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openScene, TUESDAY_15H, type Scene } from "@/lib/testing/factories";
import { Vault } from "./vault";

let scene: Scene;
beforeAll(async () => void (scene = await openScene()));
afterAll(async () => scene.close());

const MASTER = randomBytes(32).toString("base64");

test("first starts at once agree on one look-up key; exactly one has made it", async () => {
  await scene.db.vaultKey.deleteMany({ where: { subject: "lookup" } });
  const vaults = Array.from({ length: 8 }, () => new Vault([MASTER]));
  const made = await Promise.all(vaults.map(async (vault) => vault.unlock(scene.db, TUESDAY_15H)));
  expect(made.filter(Boolean)).toHaveLength(1);
  expect(new Set(vaults.map((vault) => Buffer.from(vault.lookup("webchat", "x")).toString("hex"))).size).toBe(1);
  expect(await scene.db.vaultKey.count({ where: { subject: "lookup" } })).toBe(1);
});

test("the key is random and stored wrapped: two installations with one master key know different hashes", async () => {
  const before = new Vault([MASTER]);
  await before.unlock(scene.db, TUESDAY_15H);
  await scene.db.vaultKey.deleteMany({ where: { subject: "lookup" } });
  const after = new Vault([MASTER]);
  await after.unlock(scene.db, TUESDAY_15H);
  expect(after.lookup("webchat", "x")).not.toEqual(before.lookup("webchat", "x"));
});

test("another master key does not read it, and does not replace it", async () => {
  await new Vault([MASTER]).unlock(scene.db, TUESDAY_15H);
  const stranger = new Vault([randomBytes(32).toString("base64")]);
  await expect(stranger.unlock(scene.db, TUESDAY_15H)).rejects.toThrow(/No master key/);
  expect(() => stranger.lookup("webchat", "x")).toThrow(/unlock/);
});
