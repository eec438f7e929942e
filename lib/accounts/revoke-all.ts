import type { z } from "zod";
import type { UserInput } from "@/lib/contract/inputs";
import { mayAccount } from "@/lib/contract/permissions";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { NotFound } from "@/lib/core/errors";
import { endSessions } from "./end-sessions";

/** Ends every session of a person; of one's own, every one but that which asks. @returns how many ended */
export async function revokeAll(ctx: Context, { userId }: z.output<typeof UserInput>): Promise<number> {
  return change(ctx, async (work) => {
    const own = mayAccount(ctx.actor, "account.own", { id: userId });
    if (!own && !mayAccount(ctx.actor, "account.manage", { id: userId })) throw new NotFound();
    const but = own && ctx.actor.kind === "staff" ? ctx.actor.sessionId : undefined;
    const ended = await endSessions(work, userId, "revoked", { but });
    if (ended > 0) work.audit("account.sessions-revoked", { userId, ended });
    return ended;
  });
}
