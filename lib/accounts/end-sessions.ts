import type { Change } from "@/lib/core/change";

export type EndReason = "signed-out" | "revoked" | "password-changed" | "roles-changed" | "deactivated" | "second-factor-changed";

/**
 * Ends open sessions of a person inside a change: all, but one, or one alone. Each says so to its own room, which closes its sockets
 * on every server. @returns how many
 */
export async function endSessions(
  { tx, ctx, emit }: Pick<Change, "tx" | "ctx" | "emit">,
  userId: string,
  reason: EndReason,
  which: { only?: string; but?: string } = {},
): Promise<number> {
  const open = await tx.session.updateManyAndReturn({
    where: { userId, revokedAt: null, id: { equals: which.only, not: which.but } },
    data: { revokedAt: ctx.now, revokedReason: reason },
    select: { id: true },
  });
  for (const { id } of open) emit([`session:${id}`], { type: "session.revoked", sessionId: id });
  if (open.length > 0) emit([`user:${userId}`], { type: "account.changed", userId });
  return open.length;
}
