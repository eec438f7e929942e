import { ROLES, type Role } from "@/lib/contract/roles";
import { config } from "@/lib/core/config";
import type { Context } from "@/lib/core/context";

export interface DemoAccount {
  email: string;
  name: string;
  roles: Role[];
}

/** One demonstration account for each role, for the sign-in page; none outside demonstration. */
export async function listDemoAccounts({ db }: Pick<Context, "db">, demo: boolean = config().demo): Promise<DemoAccount[]> {
  if (!demo) return [];
  const users = await db.user.findMany({
    where: { demo: true, deactivatedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return ROLES.flatMap((role) => {
    const user = users.find((each) => each.roles[0] === role);
    return user ? [{ email: user.email, name: user.name, roles: user.roles as Role[] }] : [];
  });
}
