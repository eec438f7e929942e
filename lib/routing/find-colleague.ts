import { COUNSELLOR_ROLES } from "@/lib/contract/roles";
import type { PersonRef } from "@/lib/contract/views";
import type { Tx } from "@/lib/core/db";
import { Conflict, Invalid } from "@/lib/core/errors";
import { onDutyIds } from "@/lib/shifts/on-duty";

/**
 * The person to whom something is handed: somebody who answers people, and is on duty. To an absent one a child would wait for nobody.
 * @throws Invalid · Conflict not-on-duty
 */
export async function findColleague(tx: Tx, userId: string, now: Date): Promise<PersonRef> {
  const person = await tx.user.findFirst({
    where: { id: userId, deactivatedAt: null, roles: { hasSome: [...COUNSELLOR_ROLES, "supervisor"] } },
    select: { id: true, name: true },
  });
  if (!person) throw new Invalid([{ path: "toUserId", message: "nobody of that id answers people" }]);
  if (!(await onDutyIds(tx, now)).has(userId)) throw new Conflict("not-on-duty", { userId });
  return person;
}
