import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { House } from "./house";

const ROOT = path.resolve(import.meta.dirname, "..");
const READY_MS = 90_000;

/** The real thing, as `npm start` runs it, in a process of its own. */
export interface ServerProcess {
  /** Resident memory now, in MB; null where the system does not tell. */
  memoryMb: () => number | null;
  /** Processor time used so far, in milliseconds: says what something costs even on a machine that others use too. */
  processorMs: () => number | null;
  stop: () => Promise<void>;
}

/** @param flags for node, e.g. a profile */
export async function startServer(house: House, flags: readonly string[] = []): Promise<ServerProcess> {
  const child = spawn(process.execPath, [...flags, ...startArguments(), "--hostname", "127.0.0.1"], {
    cwd: ROOT,
    env: { ...process.env, ...house.environment, NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await ready(house.origin, child);
  return {
    memoryMb: () => residentMb(child.pid!),
    processorMs: () => processorMs(child.pid!),
    stop: async () => {
      child.kill("SIGTERM");
      await gone;
    },
  };
}

/** What `npm start` gives to node. */
function startArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as { scripts: { start: string } };
  return scripts.start.split(" ").slice(1);
}

async function ready(origin: string, child: ChildProcess): Promise<void> {
  for (const until = performance.now() + READY_MS; performance.now() < until;) {
    if (child.exitCode !== null) throw new Error(`The server ended with exit code ${child.exitCode}`);
    const answer = await fetch(`${origin}/api/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill("SIGKILL");
  throw new Error(`The server was not ready within ${READY_MS / 1000} s`);
}

function residentMb(pid: number): number | null {
  try {
    const kb = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kb ? Number(kb) / 1024 : null;
  } catch {
    return null;
  }
}

/** Linux counts in hundredths of a second. */
const TICK_MS = 10;

function processorMs(pid: number): number | null {
  try {
    // After the name in brackets, which may hold spaces: state is the first field, user and system time the 12th and 13th.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)!.split(" ");
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return null;
  }
}
