import { openDatabase } from "./db";
import { config } from "./config";
import type { Context } from "./context";
import { Vault } from "./vault";

export type Means = Pick<Context, "db" | "vault">;

/** Next bundles this module several times in one process (measured: three copies); the pool must exist once. */
const holder = globalThis as typeof globalThis & { helpdeskMeans?: Means };

/** The process's database and vault, opened at first use. */
export function means(): Means {
  holder.helpdeskMeans ??= open();
  return holder.helpdeskMeans;
}

function open(): Means {
  const { databaseUrl, databasePool, masterKeys } = config();
  if (databaseUrl === null) throw new Error("No database: start the application with npm start, which opens one");
  return { db: openDatabase(databaseUrl, databasePool), vault: new Vault(masterKeys) };
}
