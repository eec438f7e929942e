import type { z } from "zod";
import type { UserInput } from "@/lib/contract/inputs";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { permitAccount } from "@/lib/core/permission";
import { endSessions } from "./end-sessions";
import { lockUser } from "./load";
import { removeSecondFactor } from "./remove-second-factor";

/** An administrator's answer to a lost phone: the person signs in with the password and enrols anew. Every session ends. */
export async function resetSecondFactor(ctx: Context, { userId }: z.output<typeof UserInput>): Promise<void> {
  await change(ctx, async (work) => {
    permitAccount(ctx.actor, "account.manage", { id: userId });
    await lockUser(work.tx, userId);
    await removeSecondFactor(work, userId);
    const ended = await endSessions(work, userId, "second-factor-changed");
    work.audit("account.second-factor-reset", { userId, ended });
  });
}
