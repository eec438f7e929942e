import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Tx } from "./db";
import { Vault } from "./vault";

/** A key table in memory: the vault's storage is one table with two calls; its database side is tested in vault.db.test.ts. */
function keyTable() {
  const rows = new Map<string, { id: string; wrapped: Uint8Array<ArrayBuffer>; masterVersion: number }>();
  const vaultKey = {
    create: async ({ data }: { data: { id: string; wrapped: Uint8Array<ArrayBuffer>; masterVersion: number } }) =>
      rows.set(data.id, data),
    findMany: async ({ where }: { where: { id: { in: string[] } } }) => where.id.in.flatMap((id) => rows.get(id) ?? []),
  };
  return { vaultKey } as unknown as Tx;
}
const master = () => randomBytes(32).toString("base64");
const AT = new Date(0);
const place = { table: "message", column: "body", row: "r1" };

test("any text comes back, and only from its own place under its own key", async () => {
  const tx = keyTable();
  const vault = new Vault([master()]);
  const key = await vault.createKey(tx, "conversation", AT);
  const other = await vault.createKey(tx, "conversation", AT);
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const sealed = vault.seal(key, place, text);
      expect(vault.open(key, place, sealed)).toBe(text);
      expect(() => vault.open(key, { ...place, row: "r2" }, sealed)).toThrow();
      expect(() => vault.open(key, { ...place, column: "preview" }, sealed)).toThrow();
      expect(() => vault.open(other, place, sealed)).toThrow();
    }),
    { numRuns: 50 },
  );
});

test("one altered bit does not open", async () => {
  const tx = keyTable();
  const vault = new Vault([master()]);
  const key = await vault.createKey(tx, "conversation", AT);
  const sealed = vault.seal(key, place, "je veux que ça s'arrête");
  for (let i = 0; i < sealed.length; i += 1) {
    const altered = sealed.slice();
    altered[i] = altered[i]! ^ 1;
    expect(() => vault.open(key, place, altered), `byte ${i}`).toThrow();
  }
});

test("the ciphertext holds nothing of the text, and never repeats", async () => {
  const tx = keyTable();
  const vault = new Vault([master()]);
  const key = await vault.createKey(tx, "conversation", AT);
  const [a, b] = [vault.seal(key, place, "sextorsion"), vault.seal(key, place, "sextorsion")];
  expect(Buffer.from(a).includes("sextorsion")).toBe(false);
  expect(Buffer.from(a).equals(Buffer.from(b))).toBe(false);
});

test("an older master key still opens, and without it nothing does", async () => {
  const tx = keyTable();
  const [old, fresh] = [master(), master()];
  const before = new Vault([old]);
  const key = await before.createKey(tx, "conversation", AT);
  const sealed = before.seal(key, place, "bonjour");

  const rotated = new Vault([fresh, old]);
  await rotated.loadKeys(tx, [key]);
  expect(rotated.open(key, place, sealed)).toBe("bonjour");
  await expect(new Vault([fresh]).loadKeys(tx, [key])).rejects.toThrow(/master key/);
});

test("without its key loaded, a look-up refuses instead of making everybody unknown", () => {
  expect(() => new Vault([master()]).lookup("webchat", "x")).toThrow(/unlock/);
});

test("a destroyed key leaves nothing to read", async () => {
  const vault = new Vault([master()]);
  expect(vault.openUnlessErased("0198c0de-0000-7000-8000-000000000000", place, new Uint8Array(40))).toBeNull();
});
