import { expect, test } from "vitest";
import { ConfigError, readConfig } from "./config";

const PRODUCTION = {
  NODE_ENV: "production",
  DATABASE_URL: "postgresql://db/helpdesk",
  APP_URL: "https://aide.example",
  NEXTAUTH_SECRET: "s".repeat(32),
  MASTER_KEY: Buffer.alloc(32, 1).toString("base64"),
};

test("nothing set is a demonstration", () => {
  const config = readConfig({});
  expect(config).toMatchObject({ demo: true, port: 3018, databaseUrl: null, demoHours: "always", worker: true });
});

test("production needs no DEMO variable and keeps real hours whatever DEMO_HOURS says", () => {
  expect(readConfig({ ...PRODUCTION, DEMO_HOURS: "always" })).toMatchObject({ demo: false, demoHours: "real", demoNow: null });
});

test.each(["DATABASE_URL", "APP_URL", "NEXTAUTH_SECRET", "MASTER_KEY"])(
  "production refuses to start without %s, by name",
  (name) => {
    expect(() => readConfig({ ...PRODUCTION, [name]: undefined, DEMO: "0" })).toThrow(new RegExp(name));
  },
);

test("production refuses plain http and short secrets, and lists every problem at once", () => {
  expect(() => readConfig({ ...PRODUCTION, APP_URL: "http://aide.example" })).toThrow(/https/);
  try {
    readConfig({ ...PRODUCTION, NEXTAUTH_SECRET: "short", MASTER_KEY: "short", PORT: "banana" });
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    expect((error as ConfigError).problems.map((problem) => problem.split(":")[0]).sort()).toEqual([
      "MASTER_KEY",
      "NEXTAUTH_SECRET",
      "PORT",
    ]);
  }
});

test("an error never repeats a secret's value", () => {
  try {
    readConfig({ ...PRODUCTION, MASTER_KEY: "do-not-print-me" });
    expect.unreachable();
  } catch (error) {
    expect(String(error)).not.toContain("do-not-print-me");
  }
});
