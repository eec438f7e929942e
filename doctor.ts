import { accessSync, constants, existsSync, readFileSync, statfsSync, statSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { ConfigError, readConfig, type Config } from "./lib/core/config";
import { floorsOf, isAtLeast } from "./lib/core/dependency-floors";
import { startEmbedded } from "./lib/core/embedded-postgres";
import { isFree } from "./lib/core/local-port";
import { migrationState } from "./prisma/engine";

// npm run doctor: can this installation serve? One line a check, in words; exit code 1 if something must be done.

type Finding = { mark: "ok" | "note" | "PROBLEM"; words: string };
const ok = (words: string): Finding => ({ mark: "ok", words });
const note = (words: string): Finding => ({ mark: "note", words });
const problem = (words: string): Finding => ({ mark: "PROBLEM", words });

const GIGABYTE = 2 ** 30;
let problems = 0;

async function check(name: string, work: () => Finding | Promise<Finding>): Promise<void> {
  const finding = await Promise.resolve()
    .then(work)
    .catch((error: unknown) => problem(error instanceof Error ? error.message : String(error)));
  if (finding.mark === "PROBLEM") problems += 1;
  process.stdout.write(`${finding.mark.padEnd(8)} ${name.padEnd(13)} ${finding.words}\n`);
}

function checkNode(): Finding {
  const version = process.versions.node;
  return isAtLeast(version, "20.19.0") ? ok(version) : problem(`${version}; 20.19 or newer is needed`);
}

function checkDependencies(): Finding {
  if (!existsSync("node_modules/.package-lock.json")) return problem("not installed: run npm ci");
  const low = floorsOf(readFileSync("node_modules/.package-lock.json", "utf8")).filter(({ enough }) => !enough);
  if (low.length === 0) return ok("installed, none below its security floor");
  return problem(low.map(({ place, version, floor }) => `${place} ${version} is below ${floor}`).join("; "));
}

function checkBuild(): Finding {
  return existsSync(".next/BUILD_ID") ? ok("there is one") : note("none yet; npm start makes it");
}

function checkDataFolder({ dataDir, databaseUrl }: Config): Finding {
  if (databaseUrl !== null) return ok("not used: DATABASE_URL is given");
  if (!existsSync(dataDir)) return note(`${path.resolve(dataDir)} does not exist yet; the first start makes it`);
  accessSync(dataDir, constants.R_OK | constants.W_OK);
  const open = ["postgres.json", "secrets.json"]
    .map((name) => path.join(dataDir, name))
    .filter((file) => existsSync(file) && (statSync(file).mode & 0o077) !== 0);
  return open.length === 0 ? ok(path.resolve(dataDir)) : problem(`readable by others: ${open.join(", ")}; run chmod 600 on them`);
}

function checkDisk({ dataDir }: Config): Finding {
  const { bavail, bsize } = statfsSync(existsSync(dataDir) ? dataDir : ".");
  const free = (bavail * bsize) / GIGABYTE;
  const words = `${free.toFixed(1)} GB free`;
  return free < 0.5 ? problem(words) : free < 5 ? note(words) : ok(words);
}

async function checkPort({ port }: Config): Promise<Finding> {
  if (await isFree(port)) return ok(`${port} is free`);
  const answer = await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(3000) }).catch(() => null);
  return answer?.ok ? ok(`${port}: the helpdesk answers`) : problem(`${port} is used by another program; set PORT`);
}

async function checkChromium(): Promise<Finding> {
  try {
    // A development dependency: not there in production.
    const { chromiumPath } = await import("./e2e/browser");
    return ok(chromiumPath());
  } catch (error) {
    // Only the journeys need it, never the service.
    return note((error as Error).message);
  }
}

async function checkServer(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ number: number; version: string; commit: string }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as version, current_setting('synchronous_commit') as commit",
  );
  const { number, version, commit } = rows[0]!;
  if (number < 140_000) return problem(`PostgreSQL ${version}; 14 or newer is needed`);
  return commit === "off"
    ? note(`PostgreSQL ${version}; synchronous_commit is off there, our connections switch it on`)
    : ok(`PostgreSQL ${version}`);
}

async function checkMigrations(url: string): Promise<Finding> {
  const { missing, edited, failed, unknown } = await migrationState(url);
  if (failed.length > 0) return problem(`failed half-way: ${failed.join(", ")}`);
  if (unknown.length > 0) return problem(`a newer version of the helpdesk has been here: ${unknown.join(", ")}`);
  if (edited.length > 0) return problem(`changed after they were applied: ${edited.join(", ")}`);
  return missing.length > 0 ? note(`${missing.length} to apply; the next start does`) : ok("all applied");
}

async function checkAppendOnly(client: pg.Client): Promise<Finding> {
  const { rows: tables } = await client.query<{ n: number }>(
    "select count(*)::int as n from pg_class where relname in ('audit_entry', 'audit_seal')",
  );
  if (tables[0]!.n === 0) return note("no tables yet");
  const { rows } = await client.query<{ name: string; guarded: boolean; rewritable: boolean }>(`
    select name,
           exists (select from pg_trigger where tgrelid = name::regclass and tgname = 'append_only' and tgenabled = 'A') as guarded,
           has_table_privilege('helpdesk_app', name, 'update') or has_table_privilege('helpdesk_app', name, 'truncate') as rewritable
      from unnest(array['audit_entry', 'audit_seal', 'event_log']) as name`);
  const weak = rows.filter(({ guarded, rewritable }) => !guarded || rewritable).map(({ name }) => name);
  return weak.length === 0
    ? ok("the audit log cannot be rewritten")
    : problem(`can be rewritten: ${weak.join(", ")}; somebody removed its guards`);
}

async function checkClock(client: pg.Client): Promise<Finding> {
  const before = Date.now();
  const { rows } = await client.query<{ there: Date }>("select clock_timestamp() as there");
  const after = Date.now();
  const skew = Math.max(before - rows[0]!.there.getTime(), rows[0]!.there.getTime() - after, 0);
  return skew > 2000
    ? problem(`the database's clock differs by ${(skew / 1000).toFixed(1)} s: waiting times would be wrong`)
    : ok("same as the database's");
}

async function checkDatabase(config: Config): Promise<void> {
  if (config.databaseUrl === null && !existsSync(path.join(config.dataDir, "postgres.json"))) {
    return check("database", () => note("none yet; the first start makes one"));
  }
  const embedded = config.databaseUrl === null ? await startEmbedded({ dataDir: config.dataDir }) : null;
  const url = config.databaseUrl ?? embedded!.url;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await check("database", () => checkServer(client));
    await check("migrations", () => checkMigrations(url));
    await check("append-only", () => checkAppendOnly(client));
    await check("clock", () => checkClock(client));
  } finally {
    await client.end().catch(() => undefined);
    await embedded?.stop();
  }
}

/** Null when the environment cannot be used; each of its problems is then a line. */
async function checkEnvironment(): Promise<Config | null> {
  try {
    const config = readConfig(process.env);
    await check("environment", () => ok(config.demo ? "demonstration" : "production, nothing missing"));
    return config;
  } catch (error) {
    const lines = error instanceof ConfigError ? error.problems : [String(error)];
    for (const line of lines) await check("environment", () => problem(line));
    return null;
  }
}

if (existsSync(".env")) process.loadEnvFile(".env");
await check("node", checkNode);
await check("dependencies", checkDependencies);
await check("build", checkBuild);
const config = await checkEnvironment();
if (config) {
  await check("data folder", () => checkDataFolder(config));
  await check("disk", () => checkDisk(config));
  await check("port", () => checkPort(config));
  await checkDatabase(config).catch((error: unknown) =>
    check("database", () => problem((error as Error).message || String(error))),
  );
}
await check("chromium", checkChromium);
process.stdout.write(problems === 0 ? "\nNothing to do.\n" : `\n${problems} problem${problems > 1 ? "s" : ""} to solve.\n`);
process.exitCode = problems === 0 ? 0 : 1;
