import { v7 as uuid } from "uuid";
import type { z } from "zod";
import type { CreateUserInput } from "@/lib/contract/inputs";
import { change } from "@/lib/core/change";
import { config } from "@/lib/core/config";
import type { Context } from "@/lib/core/context";
import { Conflict } from "@/lib/core/errors";
import { permitAccount } from "@/lib/core/permission";
import { hashPassword } from "./password-hash";

/**
 * An account for somebody who works here.
 * @param demo a demonstration account, which cannot exist in production
 * @throws Conflict email-taken
 */
export async function createUser(
  ctx: Context,
  input: z.output<typeof CreateUserInput>,
  { demo = false, id = uuid() }: { demo?: boolean; id?: string } = {},
): Promise<{ id: string }> {
  permitAccount(ctx.actor, "account.manage", { id });
  if (demo && !config().demo) throw new Conflict("wrong-state");
  const { password, ...person } = input;
  const passwordHash = await hashPassword(password);
  return change(ctx, async ({ tx, audit }) => {
    const vaultKeyId = await ctx.vault.createKey(tx, "user", ctx.now);
    const data = { ...person, id, passwordHash, demo, vaultKeyId, createdAt: ctx.now };
    // Of two at once, one inserts; a unique violation would end a transaction that may be the caller's.
    const { count } = await tx.user.createMany({ data: [data], skipDuplicates: true });
    if (count === 0) throw new Conflict("email-taken");
    audit("account.created", { userId: id, roles: person.roles, skills: person.skills, demo });
    return { id };
  });
}
