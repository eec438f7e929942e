import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { APP_ROLE_OPTION } from "@/lib/core/db";
import { startEmbedded } from "@/lib/core/embedded-postgres";
import { freePort } from "@/lib/core/local-port";
import { migrate } from "@/prisma/migrate";

/** A durable PostgreSQL of the bench's own, and the environment that the server and the bench share. */
export interface House {
  databaseUrl: string;
  port: number;
  origin: string;
  environment: Record<string, string>;
  /** What PostgreSQL says of itself: version and what makes it durable. */
  postgres: string;
  close: () => Promise<void>;
}

/** Starts an empty, migrated database in a folder that is thrown away afterwards. */
export async function openHouse(): Promise<House> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "helpdesk-bench-"));
  const embedded = await startEmbedded({ dataDir, durable: true });
  await migrate(embedded.url);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const environment = {
    DATABASE_URL: embedded.url,
    PORT: String(port),
    APP_URL: origin,
    NEXTAUTH_URL: origin,
    NEXTAUTH_SECRET: randomBytes(32).toString("base64url"),
    MASTER_KEY: randomBytes(32).toString("base64"),
    DEMO: "1",
    DEMO_EVENING: "0",
    DEMO_HOURS: "always",
  };
  return {
    databaseUrl: embedded.url,
    port,
    origin,
    environment,
    postgres: await describe(embedded.url),
    close: async () => {
      await embedded.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A copy of the prepared database on the same server, so that the floor writes into tables of the same content. Both with statistics, which
 * autovacuum would otherwise make some time during the measurement. */
export async function copyDatabase(url: string, name: string): Promise<string> {
  const address = new URL(url);
  const original = address.pathname.slice(1);
  await once(url, "analyze");
  address.pathname = "/postgres";
  await once(String(address), `create database ${pg.escapeIdentifier(name)} template ${pg.escapeIdentifier(original)}`);
  address.pathname = `/${name}`;
  return String(address);
}

async function describe(url: string): Promise<string> {
  const [row] = await once<{ words: string }>(
    url,
    `select 'PostgreSQL ' || current_setting('server_version') || ', fsync=' || current_setting('fsync')
            || ', synchronous_commit=' || current_setting('synchronous_commit')
            || ', full_page_writes=' || current_setting('full_page_writes') as words`,
    APP_ROLE_OPTION,
  );
  return row!.words;
}

/** One statement over a connection of its own. */
async function once<Row extends pg.QueryResultRow>(url: string, sql: string, options?: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, options });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
