import type { Tx } from "@/lib/core/db";
import { NotFound } from "@/lib/core/errors";
import type { User } from "@/prisma/generated/client";

/** An account under its row lock. @throws NotFound */
export async function lockUser(tx: Tx, userId: string): Promise<User> {
  await tx.$queryRaw`select 1 from app_user where id = ${userId}::uuid for update`;
  const user = await tx.user.findUnique({ where: { id: userId } });
  if (user === null) throw new NotFound();
  return user;
}

/**
 * Locks every active administrator, always in the same order: of two who demote each other at once, the second sees what the first
 * did. @returns their ids
 */
export async function lockAdministrators(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from app_user where 'administrator' = any(roles) and deactivated_at is null order by id for update`;
  return rows.map((row) => row.id);
}
