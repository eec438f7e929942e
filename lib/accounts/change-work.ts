import type { z } from "zod";
import type { ChangeWorkInput } from "@/lib/contract/inputs";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { permitAccount } from "@/lib/core/permission";
import { colleagueChanged } from "./colleague-changed";
import { lockUser } from "./load";

/** Shown name, languages, how many conversations at once: no right depends on these, so no session ends. */
export async function changeWork(ctx: Context, input: z.output<typeof ChangeWorkInput>): Promise<void> {
  const { userId, name, languages, capacity } = input;
  await change(ctx, async (work) => {
    permitAccount(ctx.actor, "account.manage", { id: userId });
    await lockUser(work.tx, userId);
    await work.tx.user.update({ where: { id: userId }, data: { name, languages, capacity } });
    await colleagueChanged(work, userId);
    work.audit("account.work-changed", { userId, languages, capacity });
  });
}
