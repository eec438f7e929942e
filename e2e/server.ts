import { spawn, type ChildProcess } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import path from "node:path";
import type { Actor } from "@/lib/contract/actor";
import { contextFor, type Context } from "@/lib/core/context";
import { openDatabase, type Database } from "@/lib/core/db";
import { Vault } from "@/lib/core/vault";
import { testDatabase } from "@/lib/testing/database";
import { makePerson } from "./people";
import { SECRETS } from "./secrets";

const START_MS = 60_000;

export interface HouseOptions {
  /** An installation as in production: no demonstration, second factors demanded. */
  production?: boolean;
  /** The instant at which the demonstration's clock starts; it then ticks. */
  now?: string;
  /** Opening hours as they are, instead of the demonstration's open line. */
  realHours?: boolean;
  /** The demonstration's own evening and accounts. */
  evening?: boolean;
  /** Fills the database before the server starts; by default with one account. */
  prepare?: (house: Pick<House, "db" | "vault" | "ctx" | "now">) => Promise<void>;
}

/** A real server process on a database of its own, and the means to prepare what a test needs with the verbs that people use. */
export interface House {
  origin: string;
  /** Of its database, as the owner. */
  url: string;
  db: Database;
  vault: Vault;
  /** The server's clock. */
  now: () => Date;
  /** A context for verbs, as a door would make it. */
  ctx: (actor: Actor) => Context;
  /** Errors that the server wrote down since this was last asked: there must be none. */
  complaints: () => string[];
  close: () => Promise<void>;
}

/** Starts one. */
export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const { url, drop } = await testDatabase();
  const db = openDatabase(url, 6);
  const vault = new Vault([SECRETS.MASTER_KEY]);
  await vault.unlock(db, new Date());
  const offset = options.now === undefined ? 0 : Date.parse(options.now) - Date.now();
  const now = () => new Date(Date.now() + offset);
  const ctx = (actor: Actor) => contextFor({ db, vault }, actor, now());
  const means = { db, vault, now, ctx };
  if (options.prepare) await options.prepare(means);
  else if (!options.evening) await makePerson(means, { name: "Première Personne", roles: ["administrator"] });

  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const server = startServer({
    DATABASE_URL: url,
    PORT: String(port),
    APP_URL: origin,
    LOG_LEVEL: "error",
    ...SECRETS,
    ...(options.production
      ? { DEMO: "0" }
      : {
          DEMO: "1",
          DEMO_EVENING: options.evening ? "1" : "0",
          DEMO_HISTORY: "20",
          DEMO_HOURS: options.realHours ? "real" : "always",
          ...(options.now === undefined ? {} : { DEMO_NOW: options.now }),
        }),
  });
  await server.ready;
  return {
    ...means,
    origin,
    url,
    complaints: () => server.complaints.splice(0),
    close: async () => {
      await server.stop();
      await db.$disconnect();
      await drop();
    },
  };
}

function startServer(environment: Record<string, string>) {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => ["PATH", "HOME", "TMPDIR", "TZ", "LANG"].includes(name)),
  );
  const child = spawn(process.execPath, ["--import", "tsx", "server.ts"], {
    cwd: path.resolve(import.meta.dirname, ".."),
    env: { ...inherited, ...environment, NEXT_TELEMETRY_DISABLED: "1" } as unknown as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const complaints: string[] = [];
  const said: string[] = [];
  const ready = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The server did not start:\n${said.join("")}`)), START_MS);
    child.stdout.on("data", (chunk: Buffer) => {
      said.push(chunk.toString());
      // What a running server writes at level "error" is an unexpected error.
      for (const line of chunk.toString().split("\n")) if (line.startsWith("{")) complaints.push(line);
      if (!said.join("").includes("3018 helpdesk: http")) return;
      clearTimeout(timer);
      resolve();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      said.push(chunk.toString());
      complaints.push(chunk.toString());
    });
    child.once("exit", (code) => reject(new Error(`The server ended with ${code}:\n${said.join("")}`)));
  });
  return { ready, complaints, stop: () => stopped(child) };
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const impatience = setTimeout(() => child.kill("SIGKILL"), 15_000);
  await gone;
  clearTimeout(impatience);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
