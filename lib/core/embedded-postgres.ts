import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { freePort, isFree } from "./local-port";
import { canEnter, EmbeddedPostgresError, findBinaries, relocate, serverIdentity } from "./postgres-binaries";
import { findRunning, initialise, isAlive, letThrough, remember, type Running } from "./postgres-cluster";
import { launch, START_SECONDS, type Place } from "./postgres-launch";

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
  let recovery: Promise<void> | null = null;
  const watch = () => session.on("error", () => (recovery ??= stopping ? null : recover()));
  /** The server died under us: bring it back where everybody's connections expect it. */
  async function recover(): Promise<void> {
    while (!stopping) {
      try {
        ({ running, session } = await join(place, running.port, running.port));
        recovery = null;
        watch();
        return onNotice("The embedded PostgreSQL had stopped and runs again.");
      } catch {
        await sleep(1000);
      }
    }
  }
  watch();
  return {
    url: address(place, running.port, "helpdesk"),
    port: running.port,
    pid: running.pid,
    stop: async () => {
      if (stopping) return;
      stopping = true;
      await recovery;
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
    if (complaint === null) continue;
    if (/postmaster\.pid" already exists/.test(complaint)) {
      // Another process was faster.
      await sleep(100);
    } else if (/could not bind|Address already in use/i.test(complaint)) {
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

/** A session that counts as "in use"; null while the server is starting or stopping. */
async function open(place: Place, port: number): Promise<pg.Client | null> {
  const client = new pg.Client({ connectionString: address(place, port, "postgres"), application_name: "helpdesk keeper" });
  client.on("error", () => undefined);
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
