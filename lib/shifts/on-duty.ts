import type { Tx } from "@/lib/core/db";

/** Who has a shift that covers this instant. Half open: at the minute of the change, the next one is on duty and not both. */
export async function onDutyIds(tx: Tx, now: Date): Promise<Set<string>> {
  const shifts = await tx.shift.findMany({
    where: { startAt: { lte: now }, endAt: { gt: now }, user: { deactivatedAt: null } },
    select: { userId: true },
  });
  return new Set(shifts.map((shift) => shift.userId));
}
