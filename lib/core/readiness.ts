import { readdirSync } from "node:fs";
import path from "node:path";
import type { Database } from "./db";

export interface Readiness {
  ready: boolean;
  /** Each part: "ok", or what is wrong in one word; no addresses, no errors' texts. */
  parts: { database: string; migrations: string; worker: string };
}

/** Jobs that wait longer than this without anyone taking them mean that no worker runs. */
const OVERDUE_SECONDS = 60;

/** Database, migrations and worker, asked anew each time. */
export async function readReadiness(db: Database): Promise<Readiness> {
  const parts = { database: "ok", migrations: "ok", worker: "ok" };
  try {
    await db.$queryRaw`select 1`;
    parts.migrations = (await pendingMigrations(db)) === 0 ? "ok" : "pending";
    parts.worker = (await overdueJobs(db)) === 0 ? "ok" : "behind";
  } catch {
    parts.database = "unreachable";
  }
  return { ready: Object.values(parts).every((part) => part === "ok"), parts };
}

async function pendingMigrations(db: Database): Promise<number> {
  const shipped = readdirSync(path.join(process.cwd(), "prisma", "migrations"), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const [row] = await db.$queryRaw<{ applied: bigint }[]>`
    select count(*) as applied from _prisma_migrations where finished_at is not null and rolled_back_at is null`;
  return Math.max(0, shipped.length - Number(row?.applied ?? 0));
}

async function overdueJobs(db: Database): Promise<number> {
  const [row] = await db.$queryRaw<{ overdue: bigint }[]>`
    select count(*) as overdue from graphile_worker.jobs
     where locked_at is null and attempts = 0 and run_at < now() - make_interval(secs => ${OVERDUE_SECONDS})`;
  return Number(row?.overdue ?? 0);
}
