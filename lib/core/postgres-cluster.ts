import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { z } from "zod";
import { EmbeddedPostgresError, SERVER_ENVIRONMENT, type Binaries, type Identity } from "./postgres-binaries";

/** What is remembered beside the data, readable by its owner alone. */
const Remembered = z.object({ password: z.string(), port: z.number().int(), cluster: z.string() });
export type Remembered = z.infer<typeof Remembered>;

/** Reads what is remembered, or remembers `make()`; two first starts at once agree on one. */
export function remember(file: string, make: () => Remembered): Remembered {
  if (!existsSync(file)) {
    const draft = `${file}.${randomBytes(4).toString("hex")}`;
    writeFileSync(draft, JSON.stringify(make()), { mode: 0o600 });
    try {
      linkSync(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    } finally {
      rmSync(draft);
    }
  }
  return Remembered.parse(JSON.parse(readFileSync(file, "utf8")));
}

/**
 * Makes the data folder if there is none: UTF-8 and code-point order, whatever the machine's language. It appears under its name
 * only when it is complete, so an interrupted first start leaves nothing half made.
 */
export async function initialise(binaries: Binaries, cluster: string, identity: Identity, password: string, durable: boolean) {
  if (existsSync(cluster)) return checkVersion(binaries, cluster);
  const draft = `${cluster}.${randomBytes(4).toString("hex")}`;
  const passwordFile = `${draft}.password`;
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (identity.uid !== undefined) for (const each of [draft, passwordFile]) chownSync(each, identity.uid, identity.gid!);
  try {
    const options = ["--username=helpdesk", `--pwfile=${passwordFile}`, "--auth-host=scram-sha-256", "--auth-local=reject"];
    const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
    const made = spawn(binaries.initdb, [`--pgdata=${draft}`, ...options, ...locale, ...(durable ? [] : ["--no-sync"])], {
      ...identity,
      env: SERVER_ENVIRONMENT,
      stdio: ["ignore", "ignore", "pipe"],
    });
    let complaint = "";
    made.stderr.setEncoding("utf8").on("data", (text: string) => (complaint += text));
    const code = await new Promise((resolve, reject) => made.once("error", reject).once("close", resolve));
    if (code !== 0) throw new EmbeddedPostgresError("did-not-start", `The data folder could not be made:\n${complaint.trim()}`);
    renameSync(draft, cluster);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if ((error as NodeJS.ErrnoException).code !== "ENOTEMPTY") throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** @throws EmbeddedPostgresError when the folder is not a PostgreSQL's, or another major version's */
function checkVersion(binaries: Binaries, cluster: string): void {
  const file = path.join(cluster, "PG_VERSION");
  let found: string | null = null;
  try {
    found = existsSync(file) ? readFileSync(file, "utf8").trim() : null;
    readdirSync(cluster);
  } catch {
    throw new EmbeddedPostgresError(
      "not-ours",
      `The data folder ${cluster} belongs to another user of this machine. Start as that user, or set DATA_DIR to a folder of your own.`,
    );
  }
  if (found === null) {
    throw new EmbeddedPostgresError(
      "not-ours",
      `${cluster} exists and is not a PostgreSQL data folder. Nothing was changed: move it away, or set DATA_DIR to another folder.`,
    );
  }
  if (found !== binaries.major) {
    throw new EmbeddedPostgresError(
      "other-version",
      `The data folder ${cluster} was made by PostgreSQL ${found}; this version of the helpdesk brings PostgreSQL ${binaries.major}, which cannot read it. ` +
        "Nothing was changed. Either go back to the version of the helpdesk that made it, dump the data with pg_dump and load it into a new folder, " +
        "or start with an empty folder: DATA_DIR=.data-new npm start",
    );
  }
}

export interface Running {
  pid: number;
  port: number;
}

/** The server that runs on this folder, if one does; a lock file left by a dead one is made harmless. */
export function findRunning(cluster: string): Running | null {
  const file = path.join(cluster, "postmaster.pid");
  let lines: string[];
  try {
    lines = readFileSync(file, "utf8").split("\n");
  } catch {
    return null;
  }
  const pid = Number(lines[0]);
  if (!isTaken(pid)) return null;
  if (isServerOf(pid, cluster)) return { pid, port: Number(lines[3]) };
  // The dead server's number is another process's by now, or its parent has not buried it: PostgreSQL would wait for it for ever. The
  // rest of the file stays: from it PostgreSQL learns whether children of the dead server still use its memory.
  const { uid, gid } = statSync(file);
  if (readFileSync(file, "utf8") !== lines.join("\n")) return findRunning(cluster);
  writeFileSync(file, ["2147483646", ...lines.slice(1)].join("\n"));
  if (process.getuid?.() === 0) chownSync(file, uid, gid);
  return null;
}

/** True when a process has this number, even a dead one that nobody has buried. */
function isTaken(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** True while the process runs. */
export function isAlive(pid: number): boolean {
  if (!isTaken(pid)) return false;
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return true;
  }
}

/** A server lives in its data folder. */
function isServerOf(pid: number, cluster: string): boolean {
  if (process.platform === "linux") {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
    } catch (error) {
      // EACCES: another user's; it is not ours to judge, and PostgreSQL itself will say so.
      return (error as NodeJS.ErrnoException).code === "EACCES";
    }
  }
  return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout.includes("postgres");
}

/** Lets the server's user pass through a folder of ours without reading it. */
export function letThrough(folder: string, identity: Identity): void {
  if (identity.uid === undefined) return;
  const { mode } = statSync(folder);
  if ((mode & 0o011) !== 0o011) chmodSync(folder, (mode & 0o777) | 0o011);
}
