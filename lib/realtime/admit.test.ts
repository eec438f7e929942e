import { describe, expect, it } from "vitest";
import { AddressLimit, fullBudget, isOwnOrigin, readHandshake, spend } from "./admit";

const request = (headers: Record<string, string>) => ({ headers });

describe("the origin", () => {
  it.each<[string, Record<string, string>, boolean]>([
    ["our page under its public address", { origin: "https://aide.3018.example", host: "10.0.0.4:3018" }, true],
    ["our page under the address it was asked for", { origin: "http://localhost:3018", host: "localhost:3018" }, true],
    ["another site", { origin: "https://evil.example", host: "aide.3018.example" }, false],
    ["another port", { origin: "http://localhost:4000", host: "localhost:3018" }, false],
    ["a name that begins like ours", { origin: "https://aide.3018.example.evil.example", host: "aide.3018.example" }, false],
    ["a sandboxed frame or a file", { origin: "null", host: "aide.3018.example" }, false],
    ["nonsense", { origin: "::", host: "aide.3018.example" }, false],
    ["a program", { host: "aide.3018.example" }, true],
    ["a poll of our own page, which has no origin", { host: "aide.3018.example", "sec-fetch-site": "same-origin" }, true],
    ["a script tag of another site, which has none either", { host: "aide.3018.example", "sec-fetch-site": "cross-site" }, false],
  ])("%s", (_what, headers, own) => {
    expect(isOwnOrigin(request(headers), "https://aide.3018.example")).toBe(own);
  });
});

describe("a handshake", () => {
  const good = { as: "desk", cursor: "700:1", v: 1 };
  it("is read, without what does not belong to it", () => {
    expect(readHandshake({ ...good, admin: true })).toEqual(good);
  });
  it.each([
    null,
    "x",
    {},
    { ...good, as: "admin" },
    { ...good, cursor: "1;drop" },
    { ...good, v: "1" },
    { ...good, watching: "x" },
  ])("is refused: %j", (auth) => expect(readHandshake(auth)).toBeNull());
});

describe("places per address", () => {
  it("are limited, given back once, and not counted for a proxy on the same machine", () => {
    const limit = new AddressLimit(2);
    const giveBack = limit.take("203.0.113.7");
    limit.take("203.0.113.7");
    expect(limit.admits("203.0.113.7")).toBe(false);
    expect(limit.admits("203.0.113.8")).toBe(true);
    giveBack();
    giveBack();
    expect(limit.admits("203.0.113.7")).toBe(true);
    limit.take("203.0.113.7");
    expect(limit.admits("203.0.113.7")).toBe(false);
    for (const own of ["127.0.0.1", "::1", "::ffff:127.0.0.1"]) {
      for (let n = 0; n < 5; n += 1) limit.take(own);
      expect(limit.admits(own)).toBe(true);
    }
  });
});

it("lets a burst through, then five a second", () => {
  const budget = fullBudget(0);
  const spent = (at: number, times: number) => Array.from({ length: times }, () => spend(budget, at)).filter(Boolean).length;
  expect(spent(0, 50)).toBe(30);
  expect(spent(1000, 50)).toBe(5);
  expect(spent(100_000, 50)).toBe(30);
});
