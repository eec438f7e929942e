import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";

/**
 * The lowest versions without a known hole (platform.md), direct or not: `npm audit` is not answered by every registry.
 * A package that is not installed needs no floor; one that is installed twice must pass twice.
 */
const FLOORS: Record<string, string> = {
  next: "16.4.5",
  react: "19.2.6",
  "react-dom": "19.2.6",
  "next-auth": "4.24.15",
  sharp: "0.35.5",
  "socket.io-parser": "4.2.7",
  ws: "8.21.1",
  nodemailer: "7.0.7",
};
const MUST_BE_THERE = ["next", "react", "next-auth", "socket.io-parser", "ws"];

const Lock = z.object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) });
const { packages } = Lock.parse(JSON.parse(readFileSync("package-lock.json", "utf8")));
const installed = Object.entries(packages).flatMap(([place, { version }]) => {
  const name = place.split("node_modules/").at(-1)!;
  return name in FLOORS && place.includes("node_modules/") && version ? [{ name, place, version }] : [];
});

const parts = (version: string) => version.split("-")[0]!.split(".").map(Number);
function isAtLeast(version: string, floor: string): boolean {
  const [have, need] = [parts(version), parts(floor)];
  for (let at = 0; at < 3; at += 1) if (have[at] !== need[at]) return have[at]! > need[at]!;
  // A pre-release comes before the release of the same number.
  return !version.includes("-");
}

test.each([
  ["16.4.6", "16.4.5", true],
  ["16.10.0", "16.4.5", true],
  ["16.4.4", "16.4.5", false],
  ["15.99.0", "16.4.5", false],
  ["16.4.5-canary.1", "16.4.5", false],
])("%s against the floor %s: %s", (version, floor, expected) => expect(isAtLeast(version, floor)).toBe(expected));

test.each(installed)("$place $version is not below its floor", ({ name, version }) => {
  expect({ version, enough: isAtLeast(version, FLOORS[name]!) }).toEqual({ version, enough: true });
});

test("the packages the floors are about are really in the lock file", () => {
  expect(installed.map(({ name }) => name)).toEqual(expect.arrayContaining(MUST_BE_THERE));
});
