import { defineConfig } from "@playwright/test";
import { CHROMIUM_FLAGS, chromiumPath } from "./e2e/browser";

// Journeys in a real browser against the real server, and the authorisation matrix over its real doors. `npm test` adds the JSON
// reporter on the command line.
export default defineConfig({
  testDir: "./e2e",
  globalSetup: "./e2e/global-setup.ts",
  outputDir: "./test-results",
  workers: 2,
  fullyParallel: false,
  // A flaky test is a bug of the first kind (design.md §8).
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    locale: "fr-FR",
    // Another zone than the machine's and than Paris would show times that the server did not choose.
    timezoneId: "Europe/Paris",
    screenshot: "only-on-failure",
    trace: "off",
    actionTimeout: 10_000,
    navigationTimeout: 30_000,
    launchOptions: { executablePath: chromiumPath(), args: CHROMIUM_FLAGS },
  },
});
