import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, statSync, truncateSync } from "node:fs";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { SERVER_ENVIRONMENT, type Binaries, type Identity } from "./postgres-binaries";

export const START_SECONDS = 60;
const LOG_LIMIT = 5_000_000;

/** Where one server lives and as whom. */
export interface Place {
  dataDir: string;
  cluster: string;
  binaries: Binaries;
  identity: Identity;
  password: string;
  log: string;
  durable: boolean;
}

/** Starts a server; answers null when it is up, else what it said before it ended. */
export async function launch(place: Place, port: number): Promise<string | null> {
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
