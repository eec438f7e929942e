// npm test: everything, step by step, stopping at the first step that fails. The last line says how many tests passed and failed.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { ensureBuilt } from "./build.mjs";

process.chdir(import.meta.dirname);
const results = mkdtempSync(path.join(tmpdir(), "helpdesk-results-"));
process.on("exit", () => rmSync(results, { recursive: true, force: true }));

const bin = (name) => `node_modules/${name}`;
const vitest = (project) => ({
  command: [bin("vitest/vitest.mjs"), "run", "--project", project, "--reporter=default", "--reporter=json"],
  report: `${project}.json`,
  count: ({ numPassedTests, numFailedTests }) => [numPassedTests, numFailedTests],
});

const STEPS = {
  types: { command: [bin("typescript/bin/tsc"), "--noEmit"] },
  lint: { command: [bin("eslint/bin/eslint.js"), "."] },
  format: { command: [bin("prettier/bin/prettier.cjs"), "--check", "--log-level=warn", "."] },
  unused: { command: [bin("knip/bin/knip.js")] },
  unit: vitest("unit"),
  integration: vitest("integration"),
  build: { work: () => ensureBuilt() },
  e2e: {
    command: [bin("@playwright/test/cli.js"), "test", "--reporter=list,json"],
    report: "e2e.json",
    // A test that passed only the second time counts as failed: there are no retries here.
    count: ({ stats }) => [stats.expected, stats.unexpected + stats.flaky],
  },
};

const HELP = `npm test -- [options]

  --only a,b    these steps alone
  --help        this

Steps: ${Object.keys(STEPS).join(", ")}
`;

const { values: options } = parseArgs({
  options: { only: { type: "string" }, help: { type: "boolean", short: "h", default: false } },
});
if (options.help) {
  process.stdout.write(HELP);
  process.exit(0);
}
const chosen = options.only?.split(",") ?? Object.keys(STEPS);
const unknown = chosen.filter((name) => !(name in STEPS));
if (unknown.length > 0) {
  process.stderr.write(`No such step: ${unknown.join(", ")}\n\n${HELP}`);
  process.exit(2);
}

let passed = 0;
let failed = 0;
let exitCode = 0;
for (const name of chosen) {
  const started = performance.now();
  process.stdout.write(`\n== ${name}\n`);
  const step = STEPS[name];
  exitCode = step.work ? ((await step.work()) ? 0 : 1) : await run(step);
  const [good, bad] = counted(step);
  passed += good;
  // A step that fails without a failed test (types, a crash, an unhandled rejection) is one failure all the same.
  failed += exitCode === 0 ? bad : Math.max(bad, 1);
  if (bad > 0 && exitCode === 0) exitCode = 1;
  process.stdout.write(
    `== ${name}: ${exitCode === 0 ? "ok" : "FAILED"} in ${((performance.now() - started) / 1000).toFixed(1)} s\n`,
  );
  if (exitCode !== 0) break;
}
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = exitCode;

function counted({ report, count }) {
  if (!report) return [0, 0];
  try {
    return count(JSON.parse(readFileSync(path.join(results, report), "utf8")));
  } catch {
    return [0, 1];
  }
}

/** @returns {Promise<number>} the exit code */
function run({ command, report }) {
  const file = report && path.join(results, report);
  const reporting = file && !report.startsWith("e2e") ? [`--outputFile.json=${file}`] : [];
  const child = spawn(process.execPath, [...command, ...reporting], {
    stdio: "inherit",
    env: { ...process.env, ...(file ? { PLAYWRIGHT_JSON_OUTPUT_FILE: file } : {}) },
  });
  // The terminal's Ctrl-C reaches the child as well; it ends, and so do we.
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.once("close", (code) => resolve(code ?? 130)));
}
