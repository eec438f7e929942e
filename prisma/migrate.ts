import { readFileSync } from "node:fs";
import path from "node:path";
import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";
import { applyMigrations } from "./engine";

/** One migrate at a time for a database: several servers of one release may start together. */
const MIGRATE_LOCK = 3018_01;

const SILENT = new Logger(() => () => undefined);

/**
 * Brings a database to this version: Prisma's migrations, graphile-worker's, then the rights of the application's role.
 * Safe to run at every start and from several processes at once.
 * @param url of the database's owner
 * @returns the names of the migrations just applied
 */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: "helpdesk migrate" });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATE_LOCK]);
    const applied = await applyMigrations(url);
    await runMigrations({ connectionString: url, logger: SILENT });
    await client.query(readFileSync(path.join(import.meta.dirname, "grants.sql"), "utf8"));
    return applied;
  } finally {
    await client.end();
  }
}
