import { refuseDemoAccounts } from "@/lib/accounts/refuse-demo-accounts";
import { now } from "@/lib/core/clock";
import { config } from "@/lib/core/config";
import { contextFor, type Context } from "@/lib/core/context";
import { checkShippedScript } from "@/lib/triage/script";
import { seed } from "./seed/seed";

/**
 * What must be true of the data before anything is served: the bot's script is sound, a production holds no demonstration account, and
 * an empty demonstration gets its evening.
 */
export async function prepareData(means: Pick<Context, "db" | "vault">, say: (line: string) => void): Promise<void> {
  checkShippedScript();
  const { demo, demoPassword, demoHistory } = config();
  const ctx = contextFor(means, { kind: "system", name: "start" }, now());
  if (!demo) {
    const refused = await refuseDemoAccounts(ctx);
    if (refused.length > 0)
      say(`${refused.length} demonstration accounts were found and deactivated: they cannot exist in production.`);
    return;
  }
  if ((await means.db.user.count()) > 0) return;
  say("First start: writing a believable evening …");
  await seed(means, { present: ctx.now, password: demoPassword, history: demoHistory });
}
