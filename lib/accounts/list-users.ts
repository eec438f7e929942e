import type { AccountView } from "@/lib/contract/accounts";
import type { Language, Role, Skill } from "@/lib/contract/roles";
import type { Context } from "@/lib/core/context";
import { permit } from "@/lib/core/permission";

/** Every account, the active ones first, by name. */
export async function listUsers(ctx: Context): Promise<AccountView[]> {
  permit(ctx.actor, "accounts.list");
  const [users, seen] = await Promise.all([
    ctx.db.user.findMany({ orderBy: [{ deactivatedAt: { sort: "asc", nulls: "first" } }, { name: "asc" }] }),
    ctx.db.session.groupBy({ by: ["userId"], _max: { lastSeenAt: true } }),
  ]);
  const lastSeen = new Map(seen.map((row) => [row.userId, row._max.lastSeenAt]));
  return users.map((user) => ({
    id: user.id,
    email: user.email,
    name: user.name,
    roles: user.roles as Role[],
    skills: user.skills as Skill[],
    languages: user.languages as Language[],
    capacity: user.capacity,
    employment: user.employment === "volunteer" ? "volunteer" : "employee",
    demo: user.demo,
    createdAt: user.createdAt.toISOString(),
    deactivatedAt: user.deactivatedAt?.toISOString() ?? null,
    secondFactor: user.totpConfirmedAt !== null,
    lastSeenAt: lastSeen.get(user.id)?.toISOString() ?? null,
  }));
}
