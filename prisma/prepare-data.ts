import path from "node:path";
import { assertNever } from "@/lib/contract/assert-never";
import { refuseDemoAccounts } from "@/lib/accounts/refuse-demo-accounts";
import { now } from "@/lib/core/clock";
import { config } from "@/lib/core/config";
import { contextFor, type Context } from "@/lib/core/context";
import { checkShippedScript } from "@/lib/triage/script";
import { markEvening, readEvening } from "./seed/marker";
import { seed } from "./seed/seed";

/**
 * What must be true of the data before anything is served: the bot's script is sound, a production holds no demonstration account, and
 * an empty demonstration gets its evening.
 */
export async function prepareData(means: Pick<Context, "db" | "vault">, say: (line: string) => void): Promise<void> {
  checkShippedScript();
  const { demo, demoEvening, demoPassword, demoHistory } = config();
  const ctx = contextFor(means, { kind: "system", name: "start" }, now());
  if (!demo) {
    const refused = await refuseDemoAccounts(ctx);
    if (refused.length > 0)
      say(`${refused.length} demonstration accounts were found and deactivated: they cannot exist in production.`);
    return;
  }
  if (!demoEvening) return;
  const evening = await readEvening(means);
  switch (evening) {
    case "written":
      return;
    case "begun":
      throw new UnfinishedEvening(path.resolve(config().dataDir));
    case "none":
      // Somebody may have made an account of their own before (npm run admin -- create-user): the evening comes all the same.
      say("First start: writing a believable evening …");
      await markEvening(ctx, "begun");
      await seed(means, { present: ctx.now, password: demoPassword, history: demoHistory });
      await markEvening(ctx, "written");
      return;
    default:
      assertNever(evening);
  }
}

/** Half an evening is not shown: whoever tries the demonstration would take what is missing for what the software cannot do. */
class UnfinishedEvening extends Error {
  constructor(dataDir: string) {
    super(
      `The first start of this demonstration was interrupted before its evening was written, or another process is writing it now.
If none is: nothing in it is real. Delete the data folder (${dataDir}),
or empty the database that DATABASE_URL names, and start again.`,
    );
    this.name = "UnfinishedEvening";
  }
}
