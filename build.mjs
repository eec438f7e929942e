// `next build`, only when the sources differ from those of the last complete build. Contents count, not dates: a checkout changes dates.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const ROOT = import.meta.dirname;
const SOURCES = [
  ...[
    "app",
    "components",
    "lib",
    "messages",
    "public",
    "prisma/schema.prisma",
    "proxy.ts",
    "next.config.ts",
    "postcss.config.mjs",
  ],
  ...["tsconfig.json", "package.json", "package-lock.json"],
];
const IRRELEVANT = /(\.test\.tsx?$)|(^lib\/testing\/)/;
const STAMP = path.join(ROOT, ".next", "built-from");

/** True when `.next` was built completely from the sources as they are now. */
export function isBuilt() {
  return existsSync(path.join(ROOT, ".next", "BUILD_ID")) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === fingerprint();
}

/** Builds if needed. @returns {Promise<boolean>} false when it failed; its output has then been printed */
export async function ensureBuilt({ always = false } = {}) {
  if (!existsSync(path.join(ROOT, "prisma", "generated", "client.ts")) && (await run("prisma/generate.mjs")) !== 0) return false;
  if (!always && isBuilt()) return true;
  const from = fingerprint();
  rmSync(STAMP, { force: true });
  if ((await run("node_modules/next/dist/bin/next", "build")) !== 0) return false;
  writeFileSync(STAMP, from);
  return true;
}

function fingerprint() {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap(files)) {
    if (!IRRELEVANT.test(file))
      hash
        .update(file)
        .update("\0")
        .update(readFileSync(path.join(ROOT, file)))
        .update("\0");
  }
  return hash.digest("hex");
}

/** @returns {string[]} the files at or under a path, in a fixed order */
function files(name) {
  const place = path.join(ROOT, name);
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [name];
  return readdirSync(place)
    .sort()
    .flatMap((child) => files(`${name}/${child}`));
}

/** Runs a script of ours quietly; what it said is shown if it fails. */
function run(...script) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, script, {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => said.push(text));
    child.once("error", (error) => said.push(Buffer.from(String(error))));
    child.once("close", (code) => {
      if (code !== 0) process.stderr.write(Buffer.concat(said));
      resolve(code ?? 1);
    });
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) process.exit((await ensureBuilt({ always: true })) ? 0 : 1);
