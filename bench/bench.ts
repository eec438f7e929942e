import { parseArgs } from "node:util";
import { openDatabase } from "@/lib/core/db";
import { Vault } from "@/lib/core/vault";
import { ensureBuilt } from "../build.mjs";
import { hire, idlers, talks, type Means } from "./cast";
import { copyDatabase, openHouse, type House } from "./house";
import { printMachine, printVerdict, progress, type Line } from "./report";
import * as sections from "./sections";
import { startServer } from "./server-process";

/**
 * npm run bench -- [--only throughput,latency,idle,page] [--seconds 12]: what this machine does with the helpdesk, against what it could
 * do at best, measured in the same run. Everything runs here: PostgreSQL (durable), the server as npm start runs it, the load.
 */

const SECTIONS = ["throughput", "latency", "idle", "page"] as const;
type Section = (typeof SECTIONS)[number];

const DESKS = 48;
const LIVE = 240;
/** A visitor may write 60 messages in 10 s; the fastest writers need so many conversations to stay below that. */
const TALKS = 600;
const IDLE_VISITORS = 2000;

const { values: options } = parseArgs({
  options: {
    only: { type: "string", default: SECTIONS.join(",") },
    seconds: { type: "string", default: "12" },
    // For a profile of the server: --server-flags="--cpu-prof --cpu-prof-dir=/tmp/p"
    "server-flags": { type: "string", default: "" },
  },
});

async function main(): Promise<void> {
  const chosen = SECTIONS.filter((section) => options.only.split(",").includes(section));
  const seconds = Number(options.seconds);
  if (chosen.length === 0 || !(seconds >= 1)) throw new Error(`--only takes ${SECTIONS.join(",")}; --seconds a number from 1 on`);
  progress("building, if anything changed");
  if (!(await ensureBuilt())) throw new Error("The build failed");
  progress("starting PostgreSQL");
  const house = await openHouse();
  try {
    printMachine(house.postgres);
    printVerdict(await run(house, chosen, seconds));
  } finally {
    await house.close();
  }
}

async function run(house: House, chosen: readonly Section[], seconds: number): Promise<Line[]> {
  // What the server reads, so that the verbs seal and sign as it will expect.
  Object.assign(process.env, house.environment);
  const flags = options["server-flags"].split(" ").filter((flag) => flag !== "");
  const writing = chosen.includes("throughput");
  const cast = await withMeans(async (means) => {
    progress(`preparing ${DESKS} counsellors and ${writing ? TALKS : LIVE} conversations`);
    const counsellors = await hire(means, DESKS);
    return { counsellors, live: await talks(means, LIVE, counsellors) };
  });
  const lines: Line[] = [];
  const perform = async (given: Pick<sections.Stage, "talks" | "floorUrl">, names: readonly Section[]) => {
    const wanted = names.filter((name) => chosen.includes(name));
    if (wanted.length === 0) return;
    const server = await startServer(house, flags);
    try {
      const stage: sections.Stage = { origin: house.origin, ...cast, ...given, server, seconds };
      for (const name of wanted) lines.push(...(await sections[name](stage)));
    } finally {
      await server.stop();
    }
  };
  const floorUrl = await copyDatabase(house.databaseUrl, "floor");
  await perform({ talks: cast.live, floorUrl }, ["page", "latency"]);
  if (writing) {
    const more = await withMeans(async (means) => talks(means, TALKS - LIVE, cast.counsellors));
    await perform({ talks: [...cast.live, ...more], floorUrl }, ["throughput"]);
  }
  if (chosen.includes("idle")) {
    progress(`preparing ${IDLE_VISITORS} visitors`);
    await perform({ talks: await withMeans(async (means) => idlers(means, IDLE_VISITORS)), floorUrl }, ["idle"]);
  }
  return lines;
}

/** A connection for the time of the preparation: none may be open while the database is copied. */
async function withMeans<T>(work: (means: Means) => Promise<T>): Promise<T> {
  const db = openDatabase(process.env.DATABASE_URL!, 8);
  try {
    const vault = new Vault([process.env.MASTER_KEY!]);
    await vault.unlock(db, new Date());
    return await work({ db, vault });
  } finally {
    await db.$disconnect();
  }
}

await main();
