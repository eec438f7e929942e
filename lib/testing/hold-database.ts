import { startEmbedded } from "../core/embedded-postgres";

// A process of its own that uses an embedded database until it is told to stop, or killed: `tsx hold-database.ts <folder>`.
const { url, pid, stop } = await startEmbedded({ dataDir: process.argv[2]! });
process.stdout.write(`${JSON.stringify({ url, pid })}\n`);
const alive = setInterval(() => undefined, 60_000);
process.once("SIGTERM", () => void stop().then(() => clearInterval(alive)));
