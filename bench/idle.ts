import type { Talk } from "./cast";
import { openChats } from "./screens";
import type { ServerProcess } from "./server-process";

export interface Idle {
  visitors: number;
  /** Resident memory of the server process, in MB. */
  before: number | null;
  /** The highest seen while all were connected and nobody wrote. */
  after: number | null;
}

const SETTLE_MS = 10_000;
const SAMPLE_MS = 500;

/** Connects so many visitors who say nothing, and watches the server's memory for a while. */
export async function measureIdle(origin: string, server: ServerProcess, talks: readonly Talk[]): Promise<Idle> {
  const before = server.memoryMb();
  const screens = await openChats(origin, talks);
  const seen: number[] = [];
  for (const end = performance.now() + SETTLE_MS; performance.now() < end;) {
    await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
    const now = server.memoryMb();
    if (now !== null) seen.push(now);
  }
  for (const screen of screens) screen.stop();
  return { visitors: talks.length, before, after: seen.length > 0 ? Math.max(...seen) : null };
}
