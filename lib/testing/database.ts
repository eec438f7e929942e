import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { startEmbedded } from "@/lib/core/embedded-postgres";
import { isAlive } from "@/lib/core/postgres-cluster";
import { migrate } from "@/prisma/migrate";

const PREFIX = "helpdesk-test-";
/** How workers, Playwright and benches learn of the cluster that was started for them. */
const URL_VARIABLE = "TEST_DATABASE_URL";
const TEMPLATE_VARIABLE = "TEST_DATABASE_TEMPLATE";

export interface TestCluster {
  /** Of an empty database of the cluster. */
  url: string;
  /** Drops what this run made, and the cluster if it was started for it. */
  drop: () => Promise<void>;
}

/**
 * Starts a throw-away cluster (or uses the one in TEST_DATABASE_URL) and migrates a template in it once; `testDatabase()` then
 * clones it, in this process and in those it starts.
 */
export async function startTestCluster(): Promise<TestCluster> {
  const given = process.env[URL_VARIABLE];
  const cluster = given ? { url: given, stop: async () => undefined } : await startThrowAway();
  const template = `template_${randomBytes(6).toString("hex")}`;
  await asAdmin(cluster.url, `create database ${template}`);
  await migrate(named(cluster.url, template));
  process.env[URL_VARIABLE] = cluster.url;
  process.env[TEMPLATE_VARIABLE] = template;
  return {
    url: cluster.url,
    drop: async () => {
      if (given) await asAdmin(cluster.url, `drop database if exists ${template} with (force)`);
      else delete process.env[URL_VARIABLE];
      delete process.env[TEMPLATE_VARIABLE];
      await cluster.stop();
    },
  };
}

async function startThrowAway() {
  sweep();
  const folder = mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
  chmodSync(folder, 0o755);
  const { url, stop } = await startEmbedded({ dataDir: folder, durable: false });
  return {
    url,
    stop: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Clusters of runs that were killed: their servers are stopped and their folders removed. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (!owner || isAlive(Number(owner))) continue;
    const folder = path.join(tmpdir(), name);
    try {
      const pid = Number(readFileSync(path.join(folder, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
      if (isAlive(pid)) process.kill(pid, "SIGQUIT");
    } catch {
      // It had stopped by itself, or is another user's.
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A database of one's own, cloned from the migrated template. */
export async function testDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const cluster = process.env[URL_VARIABLE];
  const template = process.env[TEMPLATE_VARIABLE];
  if (!cluster || !template) throw new Error("No test cluster: global-setup.ts, or startTestCluster(), comes first");
  const name = `test_${randomBytes(6).toString("hex")}`;
  await asAdmin(cluster, `create database ${name} template ${template}`);
  return { url: named(cluster, name), drop: () => asAdmin(cluster, `drop database if exists ${name} with (force)`) };
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (let tries = 1; ; tries += 1) {
      try {
        await client.query(statement);
        return;
      } catch (error) {
        // "source database is being accessed": another clone of the template is being made at this moment.
        if ((error as { code?: string }).code !== "55006" || tries === 100) throw error;
        await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 50));
      }
    }
  } finally {
    await client.end();
  }
}

function named(url: string, database: string): string {
  const copy = new URL(url);
  copy.pathname = database;
  return copy.href;
}
