import { RealDesk } from "./browser";
import type { Counsellor, Talk } from "./cast";
import { measureEchoFloor } from "./echo";
import { FLOOR_WORDS } from "./floor";
import { measureIdle } from "./idle";
import { Evening } from "./latency";
import type { Spread } from "./percentiles";
import { ms, printLines, progress, whole, type Line } from "./report";
import type { ServerProcess } from "./server-process";
import { acceptedPerSecond, firstWords, measureThroughput } from "./throughput";

/** The sections of the bench: each measures, prints its table, and returns its lines. The targets are those of the issue. */

export interface Stage {
  origin: string;
  floorUrl: string;
  counsellors: readonly Counsellor[];
  talks: readonly Talk[];
  /** Live conversations of the latency section; throughput spreads over all talks, because one visitor may only write so fast. */
  live: readonly Talk[];
  server: ServerProcess;
  seconds: number;
}

const WRITERS = [1, 8, 32];
const RATIO = 0.5;
const LIMITS = [
  { perSecond: 20, p95: 150 },
  { perSecond: 100, p95: 400 },
];
const IDLE_MB = 400;
const PAGE_KB = 250;

export async function throughput(stage: Stage): Promise<Line[]> {
  const lines: Line[] = [];
  progress(`one message into each of ${stage.talks.length} conversations`);
  const first = await firstWords(stage, 8);
  for (const writers of WRITERS) {
    progress(`throughput, ${writers} writers`);
    const { accepted, floor, processorMs } = await measureThroughput(stage, writers);
    lines.push({
      what: `accepted messages/s, ${writers} writer${writers > 1 ? "s" : ""}`,
      figure: `${whole(accepted)} of ${whole(floor)} plain = ${(accepted / floor).toFixed(2)}`,
      target: { words: `≥ ${RATIO.toFixed(2)} of the floor`, reached: accepted / floor >= RATIO },
    });
    if (processorMs !== null)
      lines.push({ what: "  processor time of the server for one", figure: `${processorMs.toFixed(2)} ms` });
  }
  lines.push({ what: "first message of a conversation since the server started, 8 writers", figure: `${whole(first)}/s` });
  printLines("Throughput (HTTP POST to the server, acknowledged after the commit)", lines);
  printLines(`  floor: ${FLOOR_WORDS}`, []);
  return lines;
}

export async function latency(stage: Stage): Promise<Line[]> {
  const { origin, counsellors, live, seconds } = stage;
  const lines: Line[] = [];
  progress(`opening ${counsellors.length} desks and ${live.length} chats`);
  const evening = await Evening.open(origin, counsellors, live);
  try {
    for (const { perSecond, p95 } of LIMITS) {
      progress(`latency at ${perSecond} messages/s`);
      const floor = await measureEchoFloor(stage.floorUrl, perSecond, seconds / 2);
      const { spread, lost, ownDelay } = await evening.measure(perSecond, seconds);
      lines.push(
        { what: `floor at ${perSecond}/s: one transaction, then one Socket.IO echo`, figure: words(floor) },
        {
          what: `send → in the counsellor's client, ${perSecond}/s (${spread.count} messages)`,
          figure: words(spread),
          target: { words: `p95 ≤ ${p95} ms`, reached: spread.p95 <= p95 && lost === 0 },
        },
        { what: `  never arrived; the load generator's own delay`, figure: `${lost}; p99 ${ms(ownDelay)}` },
      );
    }
    progress("writers at full speed while all desks listen");
    const busy = await acceptedPerSecond({ ...stage, talks: live, seconds: Math.min(5, seconds / 2) }, 8);
    lines.push({ what: "accepted messages/s, 8 writers, while all desks and chats listen", figure: whole(busy) });
    lines.push(await inBrowser(stage, evening));
  } finally {
    evening.close();
  }
  printLines(`Latency (${live.length} live conversations with their chats open, ${counsellors.length} desks)`, lines);
  return lines;
}

/** A visitor writes to a counsellor whose desk is open in Chromium, while the others go on at 20 messages/s. */
async function inBrowser({ origin, counsellors, live, seconds }: Stage, evening: Evening): Promise<Line> {
  const what = "send → in the document of a real Chromium, 20/s around it";
  progress("latency in Chromium");
  const talk = live.find(({ counsellor }) => counsellor === 0)!;
  const desk = await openOrNull(origin, counsellors[0]!, talk.conversationId);
  if (typeof desk === "string") return { what, figure: desk };
  try {
    const [, { spread, lost }] = await Promise.all([
      evening.measure(20, seconds / 2),
      desk.measure(origin, talk, 4, seconds / 2),
    ]);
    return { what: `${what} (${spread.count} messages)`, figure: `${words(spread)}${lost > 0 ? `, ${lost} never seen` : ""}` };
  } finally {
    await desk.close();
  }
}

export async function idle(stage: Stage): Promise<Line[]> {
  progress(`connecting ${stage.talks.length} visitors`);
  const { visitors, before, after } = await measureIdle(stage.origin, stage.server, stage.talks);
  const line: Line = {
    what: `server process with ${visitors} idle visitors (resident memory)`,
    figure: after === null ? "not told by this system" : `${whole(after)} MB (before them ${whole(before ?? Number.NaN)} MB)`,
    target: { words: `≤ ${IDLE_MB} MB`, reached: after !== null && after <= IDLE_MB },
  };
  printLines("Memory (a freshly started server, as npm start runs it)", [line]);
  return [line];
}

export async function page(stage: Stage): Promise<Line[]> {
  progress("loading the inbox in Chromium");
  const desk = await openOrNull(stage.origin, stage.counsellors[0]!, null);
  const what = "JavaScript that /inbox loads, gzipped as served";
  const words = `≤ ${PAGE_KB} kB`;
  const line: Line = { what, figure: "", target: { words, reached: false } };
  if (typeof desk === "string") line.figure = desk;
  else {
    const { files, bytes } = await desk.scripts();
    await desk.close();
    line.figure = `${(bytes / 1000).toFixed(0)} kB in ${files} files`;
    line.target = { words, reached: files > 0 && bytes <= PAGE_KB * 1000 };
  }
  printLines("Page", [line]);
  return [line];
}

async function openOrNull(origin: string, counsellor: Counsellor, conversationId: string | null): Promise<RealDesk | string> {
  return RealDesk.open(origin, counsellor, conversationId).catch((error: unknown) => {
    progress(String(error));
    return "not measured: no browser could open it";
  });
}

const words = ({ p50, p95, p99 }: Spread): string => `p50 ${ms(p50)} · p95 ${ms(p95)} · p99 ${ms(p99)}`;
