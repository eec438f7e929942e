import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import {
  canEnter,
  EmbeddedPostgresError,
  findBinaries,
  relocate,
  SERVER_ENVIRONMENT,
  serverIdentity,
  type Binaries,
  type Identity,
} from "./postgres-binaries";
import { freePort, isFree } from "./local-port";
import { findRunning, initialise, isAlive, letThrough, remember, type Running } from "./postgres-cluster";

export { EmbeddedPostgresError } from "./postgres-binaries";

export interface EmbeddedOptions {
  /** Holds `postgres/` (the data), `postgres.json` (password and port, 0600) and `postgres.log`. */
  dataDir: string;
  /** This one or none. Without it: the port of last time, or a free one. */
  port?: number;
  /** False only for what is thrown away afterwards: faster, and lost with the machine's power. */
  durable?: boolean;
  /** Told in words when something unusual was put right. */
  onNotice?: (words: string) => void;
}

export interface EmbeddedPostgres {
  /** Of the database `helpdesk`, as its owner. */
  url: string;
  port: number;
  pid: number;
  /** Lets go of the server; the last process on it stops it, cleanly. */
  stop: () => Promise<void>;
}

/** Held shared by every process that uses the server; who gets it alone is the last one. Dropped by the kernel with the process. */
const IN_USE = [3018, 1];
const START_SECONDS = 60;
const LOG_LIMIT = 5_000_000;

interface Place {
  dataDir: string;
  cluster: string;
  binaries: Binaries;
  identity: Identity;
  password: string;
  log: string;
  durable: boolean;
}

/**
 * Starts the embedded PostgreSQL on a folder, or joins the one that already runs there: never two on a folder. Recovers by itself
 * from a server or a process that was killed, then and while it runs.
 * @throws EmbeddedPostgresError with words for a person
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { durable = true, onNotice = () => undefined } = options;
  const dataDir = path.resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true });
  const memory = path.join(dataDir, "postgres.json");
  const usual = path.join(dataDir, "postgres");
  const identity = serverIdentity(usual);
  letThrough(dataDir, identity);
  const remembered = remember(memory, () => ({
    password: randomBytes(24).toString("base64url"),
    port: options.port ?? 0,
    cluster: canEnter(dataDir, identity) ? usual : relocate(dataDir, onNotice),
  }));
  const { cluster, password } = remembered;
  const binaries = findBinaries(identity);
  await initialise(binaries, cluster, identity, password, durable);

  const place: Place = { dataDir, cluster, binaries, identity, password, log: path.join(dataDir, "postgres.log"), durable };
  let { running, session } = await join(place, options.port ?? null, remembered.port);
  writeFileSync(memory, JSON.stringify({ ...remembered, port: running.port }), { mode: 0o600 });

  let stopping = false;
  const watch = (client: pg.Client) => client.once("error", () => void recover());
  /** The server died under us: bring it back where everybody's connections expect it. */
  async function recover(): Promise<void> {
    for (let tries = 0; !stopping && tries < 30; tries += 1) {
      try {
        ({ running, session } = await join(place, running.port, running.port));
        watch(session);
        onNotice("The embedded PostgreSQL had stopped and runs again.");
        return;
      } catch {
        await sleep(1000);
      }
    }
  }
  watch(session);
  return {
    url: address(place, running.port, "helpdesk"),
    port: running.port,
    pid: running.pid,
    stop: async () => {
      if (stopping) return;
      stopping = true;
      await leave(session, running);
    },
  };
}

/** Finds or starts the server, and opens the session that says "in use". */
async function join(place: Place, wanted: number | null, remembered: number): Promise<{ running: Running; session: pg.Client }> {
  const until = performance.now() + START_SECONDS * 1000;
  let port = wanted ?? remembered;
  while (performance.now() < until) {
    const running = findRunning(place.cluster);
    if (running) {
      const session = await open(place, running.port);
      if (session) return { running, session };
      await sleep(50);
      continue;
    }
    if (port === 0 || !(await isFree(port))) {
      if (wanted !== null) throw portBusy(wanted);
      port = await freePort();
    }
    const complaint = await launch(place, port);
    if (complaint === null || /postmaster\.pid" already exists/.test(complaint)) continue;
    if (/could not bind|Address already in use/i.test(complaint)) {
      if (wanted !== null) throw portBusy(wanted);
      port = 0;
    } else if (/pre-existing shared memory block|still in use/.test(complaint)) {
      // Children of a killed server are still finishing; PostgreSQL rightly waits for them.
      await sleep(200);
    } else {
      throw new EmbeddedPostgresError("did-not-start", `The embedded PostgreSQL did not start:\n${complaint}`);
    }
  }
  throw new EmbeddedPostgresError(
    "did-not-start",
    `The embedded PostgreSQL did not answer within ${START_SECONDS} seconds; its log is ${place.log}`,
  );
}

/** Starts a server; answers null when it is up, else what it said before it ended. */
async function launch(place: Place, port: number): Promise<string | null> {
  if (existsSync(place.log) && statSync(place.log).size > LOG_LIMIT) truncateSync(place.log);
  const log = openSync(place.log, "a", 0o600);
  const before = statSync(place.log).size;
  const settings = Object.entries({
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 200,
    shared_buffers: "256MB",
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    // The log carries no content: no statement, no parameter, no row of a constraint.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_checkpoints: "off",
    ...(place.durable ? { synchronous_commit: "on" } : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  // Detached: a Ctrl-C reaches this process alone, which first finishes its work and then stops the server.
  const child = spawn(place.binaries.postgres, ["-D", place.cluster, ...settings], {
    ...place.identity,
    env: SERVER_ENVIRONMENT,
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  let ended = false;
  child.once("error", () => (ended = true)).once("exit", () => (ended = true));
  child.unref();
  const until = performance.now() + START_SECONDS * 1000;
  while (!ended && performance.now() < until) {
    if (/^ready/m.test(readLock(place.cluster))) return null;
    await sleep(20);
  }
  return readFileSync(place.log).subarray(before).toString("utf8").trim();
}

function readLock(cluster: string): string {
  try {
    return readFileSync(path.join(cluster, "postmaster.pid"), "utf8");
  } catch {
    return "";
  }
}

/** A session that counts as "in use"; null while the server is starting or stopping. */
async function open(place: Place, port: number): Promise<pg.Client | null> {
  const client = new pg.Client({ connectionString: address(place, port, "postgres"), application_name: "helpdesk keeper" });
  try {
    await client.connect();
    await client.query("select pg_advisory_lock_shared($1, $2)", IN_USE);
    const { rowCount } = await client.query("select from pg_database where datname = 'helpdesk'");
    if (rowCount === 0) await client.query("create database helpdesk").catch(ignoreExisting);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    const code = String((error as { code?: unknown }).code);
    if (code === "28P01") {
      throw new EmbeddedPostgresError(
        "not-ours",
        `The password in ${path.join(place.dataDir, "postgres.json")} is not the one of its data folder.`,
      );
    }
    // 57P01–57P03: shutting down or starting up; the others: not listening yet or not any more.
    if (/^(57P0[123]|ECONNREFUSED|ECONNRESET|EPIPE|undefined)$/.test(code)) return null;
    throw error;
  }
}

function ignoreExisting(error: { code?: string }): void {
  if (error.code !== "42P04" && error.code !== "23505") throw error;
}

/** Stops the server if nobody else is on it. */
async function leave(session: pg.Client, running: Running): Promise<void> {
  session.removeAllListeners("error").on("error", () => undefined);
  try {
    await session.query("select pg_advisory_unlock_shared($1, $2)", IN_USE);
    const { rows } = await session.query<{ last: boolean }>("select pg_try_advisory_lock($1, $2) as last", IN_USE);
    if (!rows[0]?.last) return;
    // SIGINT is PostgreSQL's "fast": open transactions are rolled back, everything committed is on disk.
    process.kill(running.pid, "SIGINT");
    for (let waited = 0; isAlive(running.pid); waited += 20) {
      if (waited === 30_000) process.kill(running.pid, "SIGQUIT");
      await sleep(20);
    }
  } catch {
    // The server is gone already: nothing is left to stop.
  } finally {
    await session.end().catch(() => undefined);
  }
}

function address({ password }: Place, port: number, database: string): string {
  return `postgresql://helpdesk:${password}@127.0.0.1:${port}/${database}`;
}

function portBusy(port: number): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    "port-busy",
    `Port ${port}, wanted for the embedded PostgreSQL, is used by another program. Stop that program, or start without a fixed port: a free one is then chosen.`,
  );
}
