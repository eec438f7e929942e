import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import path from "node:path";
import { io } from "socket.io-client";
import { FloorWriter } from "./floor";
import { arrivals, spreadOf, type Spread } from "./percentiles";
import { numbered } from "./send";

/** One durable transaction and then one Socket.IO echo, with the arrivals of the real measurement: nothing live can be faster. */
export async function measureEchoFloor(floorUrl: string, perSecond: number, seconds: number): Promise<Spread> {
  const writers = await Promise.all(Array.from({ length: WRITERS }, (_, part) => FloorWriter.open(floorUrl, part, WRITERS)));
  const server = await startEcho();
  const socket = io(server.origin, { transports: ["websocket"] });
  const took: number[] = [];
  /** Each connection writes one after the other, in the order of the arrivals. */
  const lanes = writers.map(() => Promise.resolve());
  try {
    await new Promise<void>((resolve) => socket.once("connect", resolve));
    const started = performance.now();
    await Promise.all(
      arrivals(perSecond, seconds, Math.random).map(async (at, n) => {
        await until(started + at);
        const lane = n % WRITERS;
        await (lanes[lane] = lanes[lane]!.then(() => writers[lane]!.write(n)));
        await socket.emitWithAck("echo", { text: numbered(n) });
        took.push(performance.now() - started - at);
      }),
    );
  } finally {
    socket.close();
    server.stop();
    await Promise.all(writers.map((writer) => writer.close()));
  }
  return spreadOf(took);
}

const WRITERS = 8;

/** Waits for an instant of `performance.now()`. */
export async function until(instant: number): Promise<void> {
  const left = instant - performance.now();
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
}

async function startEcho(): Promise<{ origin: string; stop: () => void }> {
  const file = path.join(import.meta.dirname, "echo-process.ts");
  const child = spawn(process.execPath, ["--import", "tsx", file], { stdio: ["ignore", "pipe", "inherit"] });
  const port = await new Promise<string>((resolve) => createInterface(child.stdout).once("line", resolve));
  return { origin: `http://127.0.0.1:${port}`, stop: () => void child.kill("SIGTERM") };
}
