import type { OwnAccountView } from "@/lib/contract/accounts";
import type { Role, Skill } from "@/lib/contract/roles";
import { config } from "@/lib/core/config";
import type { Context } from "@/lib/core/context";
import { readSettings } from "@/lib/core/settings";
import { ownId } from "./own";
import { requiresSecondFactor } from "./second-factor-rule";

/** One's own account: who, second factor, and where one is signed in. */
export async function readOwnAccount(ctx: Context, demo: boolean = config().demo): Promise<OwnAccountView> {
  const { id, sessionId } = ownId(ctx.actor);
  const { sessionIdleMinutes } = await readSettings(ctx.db);
  const idleSince = new Date(ctx.now.getTime() - sessionIdleMinutes * 60_000);
  const user = await ctx.db.user.findUniqueOrThrow({
    where: { id },
    include: {
      sessions: {
        where: { revokedAt: null, expiresAt: { gt: ctx.now }, lastSeenAt: { gt: idleSince } },
        orderBy: { lastSeenAt: "desc" },
      },
      _count: { select: { recoveryCodes: { where: { usedAt: null } } } },
    },
  });
  const roles = user.roles as Role[];
  return {
    id,
    email: user.email,
    name: user.name,
    roles,
    skills: user.skills as Skill[],
    hasPassword: user.passwordHash !== null,
    secondFactor: {
      confirmedAt: user.totpConfirmedAt?.toISOString() ?? null,
      recoveryCodesLeft: user._count.recoveryCodes,
      required: requiresSecondFactor(roles, demo),
    },
    sessions: user.sessions.map((session) => ({
      id: session.id,
      device: session.device,
      createdAt: session.createdAt.toISOString(),
      lastSeenAt: session.lastSeenAt.toISOString(),
      current: session.id === sessionId,
    })),
  };
}
