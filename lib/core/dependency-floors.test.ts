import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { floorsOf, isAtLeast } from "./dependency-floors";

test.each([
  ["16.4.6", "16.4.5", true],
  ["16.4.5", "16.4.5", true],
  ["16.10.0", "16.4.5", true],
  ["16.4.4", "16.4.5", false],
  ["15.99.0", "16.4.5", false],
  ["16.4.5-canary.1", "16.4.5", false],
])("%s against the floor %s: %s", (version, floor, expected) => expect(isAtLeast(version, floor)).toBe(expected));

test("a copy inside another package counts too", () => {
  const lock = {
    packages: { "": {}, "node_modules/ws": { version: "8.21.1" }, "node_modules/a/node_modules/ws": { version: "8.17.0" } },
  };
  expect(floorsOf(JSON.stringify(lock)).map(({ place, enough }) => [place, enough])).toEqual([
    ["node_modules/ws", true],
    ["node_modules/a/node_modules/ws", false],
  ]);
});

const installed = floorsOf(readFileSync("package-lock.json", "utf8"));

test.each(installed)("$place $version is not below $floor", ({ enough }) => expect(enough).toBe(true));

test("the packages that the floors are about are really in the lock file", () => {
  const names = installed.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["next", "react", "react-dom", "next-auth", "socket.io-parser", "ws"]));
});
