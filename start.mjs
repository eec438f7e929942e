// npm start: from a fresh checkout to a running helpdesk, in this terminal and this process.
import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";

const HELP = `npm start -- [options]

  --port N          where to serve (PORT, default 3018)
  --hostname H      address to listen on (default 0.0.0.0)
  --data-dir DIR    where the embedded PostgreSQL keeps its data (DATA_DIR, default .data)
  --rebuild         build even if nothing changed
  --help            this

Without DATABASE_URL an embedded PostgreSQL is started in the data folder, and an empty database is filled with a believable
demonstration evening. Ctrl-C stops everything cleanly; the next start keeps the data. Every variable: .env.example
`;

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) fail(`Node ${process.versions.node} is too old: 20.19 or newer is needed.`);

const options = readOptions();
if (options.help) {
  process.stdout.write(HELP);
  process.exit(0);
}
process.chdir(import.meta.dirname);
if (!existsSync("node_modules/next/package.json")) fail("The dependencies are not installed: run npm ci first.");
if (existsSync(".env")) process.loadEnvFile(".env");
if (options["data-dir"]) process.env.DATA_DIR = path.resolve(process.env.INIT_CWD ?? ".", options["data-dir"]);

const { ensureBuilt, isBuilt } = await import("./build.mjs");
if (options.rebuild || !isBuilt()) {
  process.stdout.write("Building (about a minute, once per version)…\n");
  const started = performance.now();
  if (!(await ensureBuilt({ always: options.rebuild }))) fail("The build failed; what it said stands above.");
  process.stdout.write(`Built in ${Math.round((performance.now() - started) / 1000)} s.\n`);
}

// The heap may grow by less than half between two full collections (node would let it triple): thousands of visitors who arrive at once
// otherwise leave a process of 600 MB that uses 300 (npm run bench -- --only idle).
setFlagsFromString("--heap-growing-percent=40");

// A closed terminal takes its output away; the clean stop that its hang-up asks for must still come to its end.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

// In this process, so that signals, exit codes and kill reach the server itself.
const passedOn = ["port", "hostname"].flatMap((name) => (options[name] ? [`--${name}`, options[name]] : []));
process.argv.splice(1, process.argv.length, path.resolve("server.ts"), ...passedOn);
await import("tsx");
await import("./server.ts");

function readOptions() {
  try {
    return parseArgs({
      options: {
        help: { type: "boolean", short: "h", default: false },
        rebuild: { type: "boolean", default: false },
        port: { type: "string" },
        hostname: { type: "string" },
        "data-dir": { type: "string" },
      },
    }).values;
  } catch (error) {
    fail(`${error.message}\n\n${HELP}`);
  }
}

function fail(words) {
  process.stderr.write(`${words}\n`);
  process.exit(1);
}
