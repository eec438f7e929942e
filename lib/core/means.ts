import { openDatabase } from "./db";
import { config, ConfigError } from "./config";
import { change } from "./change";
import { now } from "./clock";
import { contextFor, type Context } from "./context";
import { UnknownMasterKey, Vault } from "./vault";

export type Means = Pick<Context, "db" | "vault">;

/** Next bundles this module several times in one process (measured: three copies); the pool must exist once. */
const holder = globalThis as typeof globalThis & { helpdeskMeans?: Means };

/** The process's database and vault, opened at first use. */
export function means(): Means {
  holder.helpdeskMeans ??= open();
  return holder.helpdeskMeans;
}

/**
 * What a process does once before it serves or works: the vault's look-up key is read, or made at the very first start.
 * @throws ConfigError when the database was sealed under another master key
 */
export async function unlockMeans(): Promise<Means> {
  const ctx = contextFor(means(), { kind: "system", name: "start" }, now());
  await change(ctx, async ({ tx, audit }) => {
    if (await ctx.vault.unlock(tx, ctx.now)) audit("vault.lookup-key-made", {});
  }).catch((error: unknown) => {
    if (!(error instanceof UnknownMasterKey)) throw error;
    throw new ConfigError(["MASTER_KEY: this database is sealed under another one; is MASTER_KEY_PREVIOUS missing?"]);
  });
  return means();
}

function open(): Means {
  const { databaseUrl, databasePool, masterKeys } = config();
  if (databaseUrl === null) throw new Error("No database: start the application with npm start, which opens one");
  return { db: openDatabase(databaseUrl, databasePool), vault: new Vault(masterKeys) };
}
