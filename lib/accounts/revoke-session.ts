import type { z } from "zod";
import type { RevokeSessionInput } from "@/lib/contract/inputs";
import { mayAccount } from "@/lib/contract/permissions";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { NotFound } from "@/lib/core/errors";
import { endSessions } from "./end-sessions";

/** Ends one session: one's own, or as an administrator anybody's. Ending it again changes nothing. */
export async function revokeSession(ctx: Context, { sessionId }: z.output<typeof RevokeSessionInput>): Promise<void> {
  await change(ctx, async (work) => {
    const session = await work.tx.session.findUnique({ where: { id: sessionId } });
    if (session === null) throw new NotFound();
    const owner = { id: session.userId };
    if (!mayAccount(ctx.actor, "account.own", owner) && !mayAccount(ctx.actor, "account.manage", owner)) throw new NotFound();
    const own = ctx.actor.kind === "staff" && ctx.actor.sessionId === sessionId;
    const ended = await endSessions(work, session.userId, own ? "signed-out" : "revoked", { only: sessionId });
    if (ended > 0) work.audit("account.session-revoked", { userId: session.userId, sessionId, own });
  });
}
