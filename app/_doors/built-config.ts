import { readFileSync } from "node:fs";
import path from "node:path";

/** What the build has made of next.config.ts. */
const BUILT = path.join(".next", "required-server-files.json");
const GIVEN = "__NEXT_PRIVATE_STANDALONE_CONFIG";

/**
 * Hands Next the configuration as it was built, the way Next's own standalone server does. Otherwise it compiles next.config.ts once
 * more at every start, and the compiler and what the plugins bring along stay loaded: 40 MB. Without a build Next finds its own words.
 */
export function giveBuiltConfig(environment: Record<string, string | undefined>): void {
  try {
    const { config } = JSON.parse(readFileSync(BUILT, "utf8")) as { config: unknown };
    environment[GIVEN] ??= JSON.stringify(config);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}
