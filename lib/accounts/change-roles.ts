import type { z } from "zod";
import type { ChangeRolesInput } from "@/lib/contract/inputs";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { Conflict } from "@/lib/core/errors";
import { permitAccount } from "@/lib/core/permission";
import { colleagueChanged } from "./colleague-changed";
import { endSessions } from "./end-sessions";
import { lockAdministrators, lockUser } from "./load";

/**
 * What a person may do and is asked for. Other roles end their sessions: rights change at once, everywhere.
 * @throws Conflict last-administrator
 */
export async function changeRoles(ctx: Context, input: z.output<typeof ChangeRolesInput>): Promise<void> {
  const { userId } = input;
  await change(ctx, async (work) => {
    const administrators = await lockAdministrators(work.tx);
    permitAccount(ctx.actor, "account.manage", { id: userId });
    const before = await lockUser(work.tx, userId);
    const roles = [...new Set(input.roles)];
    const skills = [...new Set(input.skills)];
    const others = administrators.filter((id) => id !== userId);
    if (administrators.includes(userId) && !roles.includes("administrator") && others.length === 0)
      throw new Conflict("last-administrator");
    const otherRoles = !sameMembers(before.roles, roles);
    if (!otherRoles && sameMembers(before.skills, skills)) return;

    await work.tx.user.update({ where: { id: userId }, data: { roles, skills } });
    if (otherRoles) await endSessions(work, userId, "roles-changed");
    await colleagueChanged(work, userId);
    work.audit("account.roles-changed", { userId, roles, skills, rolesBefore: before.roles, skillsBefore: before.skills });
  });
}

function sameMembers(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((member) => b.includes(member));
}
