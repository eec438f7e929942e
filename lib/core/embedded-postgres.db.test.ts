import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo, type Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EmbeddedPostgresError, startEmbedded, type EmbeddedPostgres } from "./embedded-postgres";
import { serverIdentity } from "./postgres-binaries";
import { isAlive } from "./postgres-cluster";

// Real servers, real kill -9: these are the mornings after a power cut.

let dataDir: string;
const cleanups: (() => Promise<unknown> | unknown)[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), "helpdesk-embedded-"));
  cleanups.push(() => rmSync(dataDir, { recursive: true, force: true }));
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function start(options: Partial<Parameters<typeof startEmbedded>[0]> = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbedded({ dataDir, ...options });
  cleanups.push(server.stop);
  return server;
}

async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: "array" })).rows.map((row: T[]) => row[0]!);
  } finally {
    await client.end();
  }
}

/** A process of its own that uses the folder. */
async function hold(): Promise<{ process: ChildProcess; url: string; pid: number }> {
  const script = path.join(import.meta.dirname, "../testing/hold-database.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, dataDir], { stdio: ["ignore", "pipe", "inherit"] });
  cleanups.push(() => child.kill("SIGKILL"));
  const [line] = (await once(child.stdout!, "data")) as [Buffer];
  return { process: child, ...(JSON.parse(line.toString()) as { url: string; pid: number }) };
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

async function gone(pid: number): Promise<void> {
  await expect.poll(() => isAlive(pid), { timeout: 20_000 }).toBe(false);
}

async function occupy(port = 0): Promise<{ server: Server; port: number }> {
  const server = createServer().listen(port, "127.0.0.1");
  await once(server, "listening");
  cleanups.push(() => new Promise((resolve) => server.close(resolve)));
  return { server, port: (server.address() as AddressInfo).port };
}

describe("start and stop", () => {
  it("keeps data, port and password over a clean stop, and stops cleanly", async () => {
    const first = await start();
    await ask(first.url, "create table kept as select 'là' as word");
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);
    expect(existsSync(path.join(dataDir, "postgres", "postmaster.pid"))).toBe(false);

    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, "select word from kept")).toEqual(["là"]);
    expect(readFileSync(path.join(dataDir, "postgres.log"), "utf8")).not.toMatch(/recovery|not properly shut down/);
  });

  it("behaves the same on every machine, is durable, and lets nobody in without the password", async () => {
    const { url } = await start();
    const settings = [
      "server_encoding",
      "timezone",
      "synchronous_commit",
      "fsync",
      "listen_addresses",
      "jit",
      "unix_socket_directories",
    ];
    const values = await Promise.all(settings.map(async (name) => (await ask<string>(url, `show ${name}`))[0]));
    expect(values).toEqual(["UTF8", "UTC", "on", "on", "127.0.0.1", "off", ""]);
    expect(await ask(url, "select datlocprovider::text || ' ' || datlocale from pg_database where datname = 'helpdesk'")).toEqual(
      ["b C.UTF-8"],
    );
    await expect(ask(url.replace(/:[^:@]+@/, ":guessed@"), "select 1")).rejects.toMatchObject({ code: "28P01" });
    expect(statSync(path.join(dataDir, "postgres.json")).mode & 0o777).toBe(0o600);
  });
});

describe("after kill -9", () => {
  it("of the server and of its process: the lock is stale, the committed row is there", async () => {
    const before = await hold();
    await ask(before.url, "create table kept as select 'là' as word");
    await kill(before.process);
    process.kill(before.pid, "SIGKILL");
    await gone(before.pid);
    expect(existsSync(path.join(dataDir, "postgres", "postmaster.pid"))).toBe(true);

    const after = await start();
    expect(after.pid).not.toBe(before.pid);
    expect(await ask(after.url, "select word from kept")).toEqual(["là"]);
  });

  it("of the process alone: the server that still runs is used again, and stopped in the end", async () => {
    const before = await hold();
    await kill(before.process);
    expect(isAlive(before.pid)).toBe(true);

    const after = await start();
    expect(after.pid).toBe(before.pid);
    await after.stop();
    await gone(before.pid);
  });

  it("of the server under a running process: it comes back at the same address", async () => {
    const notices: string[] = [];
    const server = await start({ onNotice: (words) => notices.push(words) });
    await ask(server.url, "create table kept as select 'là' as word");
    process.kill(server.pid, "SIGKILL");
    await gone(server.pid);
    await expect.poll(() => ask(server.url, "select word from kept").catch(() => null), { timeout: 30_000 }).toEqual(["là"]);
    await expect.poll(() => notices.length).toBe(1);
  });

  it("when another process has got the dead server's number", async () => {
    const { pid, stop } = await start();
    const lock = path.join(dataDir, "postgres", "postmaster.pid");
    const lines = readFileSync(lock, "utf8").split("\n");
    await stop();
    await gone(pid);
    const identity = serverIdentity(path.join(dataDir, "postgres"));
    const stranger = spawn("sleep", ["60"], { ...identity, stdio: "ignore" });
    cleanups.push(() => stranger.kill());
    writeFileSync(lock, [String(stranger.pid), ...lines.slice(1)].join("\n"));

    const after = await start();
    expect(await ask(after.url, "select 1")).toEqual([1]);
    expect(isAlive(stranger.pid!)).toBe(true);
  });
});

describe("two processes on one folder", () => {
  it("share one server; the first to leave lets the other work, the last one stops it", async () => {
    const [other, own] = await Promise.all([hold(), start()]);
    expect(own.pid).toBe(other.pid);
    await own.stop();
    expect(await ask(other.url, "select 1")).toEqual([1]);
    other.process.kill("SIGTERM");
    const [code] = (await once(other.process, "exit")) as [number];
    expect(code).toBe(0);
    expect(isAlive(own.pid)).toBe(false);
  });
});

describe("what it explains", () => {
  it("a wanted port that is busy", async () => {
    const { port } = await occupy();
    const refused = await start({ port }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(EmbeddedPostgresError);
    expect(refused).toMatchObject({ code: "port-busy", message: expect.stringContaining(`Port ${port}`) });
  });

  it("takes another free port when the one of last time is busy now", async () => {
    const first = await start();
    await first.stop();
    await occupy(first.port);
    const second = await start();
    expect(second.port).not.toBe(first.port);
    expect(await ask(second.url, "select 1")).toEqual([1]);
  });

  it("a data folder of another PostgreSQL version, left as it was", async () => {
    const first = await start();
    await first.stop();
    const file = path.join(dataDir, "postgres", "PG_VERSION");
    writeFileSync(file, "15\n");
    await expect(start()).rejects.toMatchObject({
      code: "other-version",
      message: expect.stringMatching(/PostgreSQL 15;.*PostgreSQL 18/),
    });
    writeFileSync(file, "18\n");
    expect(await ask((await start()).url, "select 1")).toEqual([1]);
  });

  it("a folder that is no PostgreSQL's", async () => {
    mkdirSync(path.join(dataDir, "postgres"));
    writeFileSync(path.join(dataDir, "postgres", "letters.txt"), "mine");
    await expect(start()).rejects.toMatchObject({ code: "not-ours" });
    expect(readFileSync(path.join(dataDir, "postgres", "letters.txt"), "utf8")).toBe("mine");
  });

  it.runIf(process.getuid?.() === 0)("as root, a folder that the server's user cannot enter", async () => {
    chmodSync(dataDir, 0o700);
    const inside = path.join(dataDir, "closed", ".data");
    mkdirSync(inside, { recursive: true });
    const notices: string[] = [];
    const server = await start({ dataDir: inside, onNotice: (words) => notices.push(words) });
    expect(notices[0]).toMatch(/the data are kept in \/var\/lib/);
    const { cluster } = JSON.parse(readFileSync(path.join(inside, "postgres.json"), "utf8")) as { cluster: string };
    cleanups.push(() => rmSync(path.dirname(cluster), { recursive: true }));
    await ask(server.url, "create table kept ()");
    await server.stop();
    const again = await start({ dataDir: inside });
    expect(await ask(again.url, "select count(*)::int from kept")).toEqual([0]);
    await again.stop();
  });
});
