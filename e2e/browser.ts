import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";
import { chromium } from "@playwright/test";

/** Quiet, reproducible, and able to run as root in a container (platform.md). */
export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const SYSTEM_NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const SYSTEM_PATHS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * A Chromium without a download: Playwright's own if it is installed, else the system's, else the one inside the npm package
 * @sparticuz/chromium (Linux), unpacked once.
 * @throws Error with words when there is none
 */
export function chromiumPath(): string {
  const found = [chromium.executablePath(), ...onPath(), ...SYSTEM_PATHS].find((file) => existsSync(file));
  return found ?? unpacked();
}

function onPath(): string[] {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter((folder) => folder !== "");
  return SYSTEM_NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

/** Unpacked under another name and then renamed: two test runs at once never see half a browser. */
function unpacked(): string {
  const require = createRequire(import.meta.url);
  const entry = require.resolve("@sparticuz/chromium");
  const { version } = JSON.parse(readFileSync(path.join(entry, "../../../package.json"), "utf8")) as { version: string };
  const folder = path.join(tmpdir(), `helpdesk-chromium-${version}-${userInfo().uid}`);
  const browser = path.join(folder, "chromium");
  if (existsSync(browser)) return browser;
  const draft = mkdtempSync(`${folder}-`);
  mkdirSync(draft, { recursive: true });
  const script = `const found = require(${JSON.stringify(entry)}); void (found.default ?? found).executablePath();`;
  const run = spawnSync(process.execPath, ["-e", script], { env: { ...process.env, TMPDIR: draft }, encoding: "utf8" });
  if (run.status !== 0 || !existsSync(path.join(draft, "chromium"))) {
    rmSync(draft, { recursive: true, force: true });
    throw new Error(`No Chromium: install one (apt-get install chromium, or npx playwright install chromium). ${run.stderr}`);
  }
  try {
    renameSync(draft, folder);
  } catch {
    // Another run was faster; its browser is the same.
    rmSync(draft, { recursive: true, force: true });
  }
  return browser;
}
