import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { LRUCache } from "lru-cache";
import { v7 as uuid } from "uuid";
import type { Tx } from "./db";

/**
 * Sealed content (design.md §6): AES-256-GCM under one data key per subject, each wrapped by a master key. Table, column, row
 * and key are the additional data, so that a ciphertext moved elsewhere does not open. Erasing is destroying the key's row.
 */

/** Where a ciphertext lives. */
export interface Place {
  table: string;
  column: string;
  row: string;
}

type Bytes = Uint8Array<ArrayBuffer>;
const FORMAT = 1;
const IV = 12;
const TAG = 16;
const KEY = 32;
/** An erased key stays usable in other processes for this long at most. */
const CACHE_MS = 60_000;
/** One look-up key for an installation: the constant id is what makes two first starts at once agree on it. */
const LOOKUP_KEY = "3018c0de-0000-7000-8000-000000000001";

/** Something here is wrapped by a master key that was not given. */
export class UnknownMasterKey extends Error {
  constructor(version: number) {
    super(`No master key ${version}: is MASTER_KEY_PREVIOUS missing?`);
    this.name = "UnknownMasterKey";
  }
}

export class Vault {
  readonly #masters: Buffer[];
  #lookup: Buffer | null = null;
  readonly #open = new LRUCache<string, Buffer>({ max: 20_000, ttl: CACHE_MS });

  /** @param masterKeys base64, the current one first, then older ones that may still wrap data keys */
  constructor(masterKeys: readonly string[]) {
    if (masterKeys.length === 0) throw new Error("The vault needs a master key");
    this.#masters = masterKeys.map((key) => Buffer.from(key, "base64"));
  }

  /** Fingerprint of the current master key, stored with each wrapped key. */
  get masterVersion(): number {
    return fingerprint(this.#masters[0]!);
  }

  /**
   * Loads the look-up key, or makes it at the very first start: random, and a row like every data key, so that rotation re-wraps it and
   * an old master key can be withdrawn without making known people unknown. Once per process, before anything is served.
   * @returns whether it was made now
   */
  async unlock(tx: Tx, at: Date): Promise<boolean> {
    const stored = async () => tx.vaultKey.findUnique({ where: { id: LOOKUP_KEY } });
    let [row, made] = [await stored(), false];
    if (row === null) {
      // Of two at once one row stays, and both read that one.
      const first = { ...this.#wrapped(LOOKUP_KEY, randomBytes(KEY)), subject: "lookup", createdAt: at };
      made = (await tx.vaultKey.createMany({ data: [first], skipDuplicates: true })).count === 1;
      row = await stored();
    }
    if (row === null) throw new Error("The look-up key was destroyed while it was read");
    this.#lookup = this.#unwrap(row);
    return made;
  }

  /** Makes and stores a data key. Its id goes into the subject's row. */
  async createKey(tx: Tx, subject: string, at: Date): Promise<string> {
    const row = this.#newKey(subject, at);
    await tx.vaultKey.create({ data: row });
    return row.id;
  }

  /** The same for many subjects of a kind, in one statement. */
  async createKeys(tx: Tx, subject: string, at: Date, count: number): Promise<string[]> {
    const rows = Array.from({ length: count }, () => this.#newKey(subject, at));
    await tx.vaultKey.createMany({ data: rows });
    return rows.map(({ id }) => id);
  }

  /** Loads data keys that are not at hand, in one query; `seal` and `open` then need no round trip. Destroyed keys are left out. */
  async loadKeys(tx: Tx, ids: readonly string[]): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.#open.has(id));
    if (missing.length === 0) return;
    for (const row of await tx.vaultKey.findMany({ where: { id: { in: missing } } })) this.#open.set(row.id, this.#unwrap(row));
  }

  /** @throws when the key was not loaded or is destroyed */
  seal(keyId: string, place: Place, text: string): Bytes {
    return encrypt(this.#key(keyId), aad(keyId, place), Buffer.from(text, "utf8"));
  }

  /** @throws when the key is missing, or the ciphertext was altered or moved */
  open(keyId: string, place: Place, sealed: Uint8Array): string {
    return decrypt(this.#key(keyId), aad(keyId, place), sealed).toString("utf8");
  }

  /** Like `open`, but null when the key has been destroyed: the content is erased. */
  openUnlessErased(keyId: string, place: Place, sealed: Uint8Array | null): string | null {
    if (sealed === null || !this.#open.has(keyId)) return null;
    return this.open(keyId, place, sealed);
  }

  /** Destroys a data key: everything sealed with it is gone for good. */
  async destroyKey(tx: Tx, keyId: string): Promise<void> {
    await tx.vaultKey.deleteMany({ where: { id: keyId } });
    this.#open.delete(keyId);
  }

  /**
   * Keyed hash for equality look-ups ("is this person known?") without storing what is looked up.
   * @throws when `unlock` has not run: a hash under another key would make everybody unknown
   */
  lookup(kind: string, value: string): Bytes {
    if (this.#lookup === null) throw new Error("The vault's look-up key is not loaded: unlock() comes first");
    return bytes(createHmac("sha256", this.#lookup).update(`${kind}\u0000${value}`).digest());
  }

  /**
   * Re-wraps up to `limit` keys, the look-up key among them, under the current master key; content is not touched.
   * @returns how many were re-wrapped; 0 means the older master keys can be withdrawn
   */
  async rotate(tx: Tx, limit: number): Promise<number> {
    const rows = await tx.vaultKey.findMany({ where: { masterVersion: { not: this.masterVersion } }, take: limit });
    for (const row of rows) {
      // Destroyed meanwhile: then it stays destroyed.
      await tx.vaultKey.updateMany({ where: { id: row.id }, data: this.#wrapped(row.id, this.#unwrap(row)) });
    }
    return rows.length;
  }

  /** A key at hand, and the row to store. */
  #newKey(subject: string, at: Date) {
    const id = uuid();
    const key = randomBytes(KEY);
    this.#open.set(id, key);
    return { ...this.#wrapped(id, key), subject, createdAt: at };
  }

  #key(id: string): Buffer {
    const key = this.#open.get(id);
    if (!key) throw new Error(`Data key ${id} is not loaded, or destroyed`);
    return key;
  }

  #wrapped(id: string, key: Buffer) {
    return { id, wrapped: encrypt(this.#masters[0]!, Buffer.from(`vault_key|${id}`), key), masterVersion: this.masterVersion };
  }

  #unwrap(row: { id: string; wrapped: Uint8Array; masterVersion: number }): Buffer {
    const master = this.#masters.find((candidate) => fingerprint(candidate) === row.masterVersion);
    if (!master) throw new UnknownMasterKey(row.masterVersion);
    // In memory of its own: a slice of Buffer's pool would keep 8 kB alive for each of thousands of keys.
    const key = Buffer.alloc(KEY);
    decrypt(master, Buffer.from(`vault_key|${row.id}`), row.wrapped).copy(key);
    return key;
  }
}

function aad(keyId: string, place: Place): Buffer {
  return Buffer.from(`${place.table}|${place.column}|${place.row}|${keyId}`);
}

function fingerprint(master: Buffer): number {
  return createHmac("sha256", master).update("3018 master version").digest().readUInt32BE(0) >>> 1;
}

function encrypt(key: Buffer, additional: Buffer, plain: Buffer): Bytes {
  const iv = randomBytes(IV);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  cipher.setAAD(additional);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return bytes(Buffer.concat([Buffer.from([FORMAT]), iv, cipher.getAuthTag(), body]));
}

function decrypt(key: Buffer, additional: Buffer, sealed: Uint8Array): Buffer {
  const data = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (data[0] !== FORMAT || data.length < 1 + IV + TAG) throw new Error("Not a sealed value");
  const decipher = createDecipheriv("aes-256-gcm", key, data.subarray(1, 1 + IV));
  decipher.setAAD(additional);
  decipher.setAuthTag(data.subarray(1 + IV, 1 + IV + TAG));
  return Buffer.concat([decipher.update(data.subarray(1 + IV + TAG)), decipher.final()]);
}

/** Prisma's `Bytes` wants an array over its own buffer. */
function bytes(buffer: Buffer): Bytes {
  return new Uint8Array(buffer);
}
