import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { clockOffset } from "./clock";
import { readConfig, type Config } from "./config";
import { startEmbedded } from "./embedded-postgres";

export interface Started {
  /** What the rest of the process, Next's bundles included, reads as its environment. */
  environment: Record<string, string>;
  /** Stops the embedded database, if there is one. */
  stop: () => Promise<void>;
}

/**
 * Completes an environment: an embedded database and secrets of its own where the demonstration was given none. A production start
 * gets nothing made up: `readConfig` has already refused what is missing.
 * @throws ConfigError, or the embedded database's own error with words for a person
 */
export async function completeEnvironment(given: Record<string, string | undefined>): Promise<Started> {
  const config = readConfig(given);
  const secrets = config.masterKeys.length > 0 && config.nextAuthSecret !== null ? null : demoSecrets(config);
  const embedded = config.databaseUrl === null ? await startEmbedded({ dataDir: config.dataDir }) : null;
  const environment: Record<string, string> = {
    DATABASE_URL: config.databaseUrl ?? embedded!.url,
    DEMO: config.demo ? "1" : "0",
    PORT: String(config.port),
    APP_URL: config.appUrl,
    NEXTAUTH_URL: config.appUrl,
    NEXTAUTH_SECRET: config.nextAuthSecret ?? secrets!.nextAuthSecret,
    MASTER_KEY: config.masterKeys[0] ?? secrets!.masterKey,
    DEMO_CLOCK_OFFSET_MS: String(clockOffset(config, new Date())),
  };
  return { environment, stop: async () => embedded?.stop() };
}

const Secrets = z.object({ nextAuthSecret: z.string(), masterKey: z.string() });

/** Made at the first start and kept beside the data, readable by their owner alone. */
function demoSecrets(config: Config): z.infer<typeof Secrets> {
  const file = path.join(config.dataDir, "secrets.json");
  try {
    return Secrets.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  const secrets = { nextAuthSecret: randomBytes(32).toString("base64url"), masterKey: randomBytes(32).toString("base64") };
  mkdirSync(config.dataDir, { recursive: true });
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}
