import { each, type Talk } from "./cast";
import { FloorWriter } from "./floor";
import { numbered, Sender } from "./send";
import type { ServerProcess } from "./server-process";

export interface Throughput {
  writers: number;
  /** Accepted messages a second, acknowledged after the commit. */
  accepted: number;
  /** Plain transactions a second with the same rows. */
  floor: number;
  /** Processor time of the server for one message, in milliseconds; null where the system does not tell. */
  processorMs: number | null;
}

/** Turns between floor and product, so that both meet the same machine. */
const ROUNDS = 2;
const WARM_SECONDS = 1;
const SETTLE_SECONDS = 6;

/** How many messages a second so many writers get accepted, each waiting for its answer before it writes again. */
export async function measureThroughput(
  given: { origin: string; floorUrl: string; talks: readonly Talk[]; seconds: number; server: ServerProcess },
  writers: number,
): Promise<Throughput> {
  const { origin, floorUrl, talks, seconds, server } = given;
  const floors = await Promise.all(Array.from({ length: writers }, (_, part) => FloorWriter.open(floorUrl, part, writers)));
  const sender = new Sender(origin, writers);
  const floor = async (n: number, writer: number) => floors[writer]!.write(n);
  const product = async (n: number) => sender.visitorWrites(talks[n % talks.length]!.cookie, numbered(n));
  const sums = { floor: 0, accepted: 0, messages: 0, processorMs: 0 };
  try {
    await rate(writers, WARM_SECONDS, floor);
    await rate(writers, WARM_SECONDS, product);
    for (let round = 0; round < ROUNDS; round += 1) {
      sums.floor += await rate(writers, seconds / ROUNDS, floor);
      const before = { processorMs: server.processorMs() ?? Number.NaN, number };
      sums.accepted += await rate(writers, seconds / ROUNDS, product);
      sums.processorMs += (server.processorMs() ?? Number.NaN) - before.processorMs;
      sums.messages += number - before.number;
    }
  } finally {
    sender.close();
    await Promise.all(floors.map((writer) => writer.close()));
  }
  const processorMs = sums.processorMs / sums.messages;
  return {
    writers,
    accepted: sums.accepted / ROUNDS,
    floor: sums.floor / ROUNDS,
    processorMs: Number.isFinite(processorMs) ? processorMs : null,
  };
}

/** Writes once into every conversation, and then goes on for a while. @returns how many a second, when each is met for the first time */
export async function firstWords(given: { origin: string; talks: readonly Talk[] }, writers: number): Promise<number> {
  const sender = new Sender(given.origin, writers);
  const started = performance.now();
  try {
    await each(given.talks.length, async (n) => sender.visitorWrites(given.talks[n]!.cookie, numbered(n)), writers);
    const perSecond = (given.talks.length * 1000) / (performance.now() - started);
    // A server that has run for a while, not one whose code is still being compiled.
    await rate(writers, SETTLE_SECONDS, async (n) =>
      sender.visitorWrites(given.talks[n % given.talks.length]!.cookie, numbered(n)),
    );
    return perSecond;
  } finally {
    sender.close();
  }
}

/** The product alone, for what is measured while desks listen. */
export async function acceptedPerSecond(
  given: { origin: string; talks: readonly Talk[]; seconds: number },
  writers: number,
): Promise<number> {
  const sender = new Sender(given.origin, writers);
  try {
    return await rate(writers, given.seconds, async (n) =>
      sender.visitorWrites(given.talks[n % given.talks.length]!.cookie, numbered(n)),
    );
  } finally {
    sender.close();
  }
}

/** Numbers go on over all measurements: every writer takes the next conversation, so that no two are in one at the same time. */
let number = 0;

/** Repeats work on so many lanes for so long. @returns how often a second */
async function rate(lanes: number, seconds: number, work: (n: number, lane: number) => Promise<void>): Promise<number> {
  const started = performance.now();
  const until = started + seconds * 1000;
  let done = 0;
  const lane = async (which: number) => {
    while (performance.now() < until) {
      await work(number++, which);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, which) => lane(which)));
  return (done * 1000) / (performance.now() - started);
}
