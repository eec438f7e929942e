import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";

/** A row of `setting` that no screen edits: whether this database got its demonstration evening. */
const NAME = "demonstration";

/** "begun" at a start means that an earlier one was interrupted while it wrote. */
export type Evening = "none" | "begun" | "written";

/** How far the evening of this database is. */
export async function readEvening({ db }: Pick<Context, "db">): Promise<Evening> {
  const row = await db.setting.findUnique({ where: { name: NAME } });
  if (row !== null) return row.value === "written" ? "written" : "begun";
  // Filled before there was a marker.
  return (await db.user.count({ where: { demo: true } })) > 0 ? "written" : "none";
}

/** Committed before the first and after the last row of the evening; of two starts at once one begins, and the other fails. */
export async function markEvening(ctx: Context, evening: "begun" | "written"): Promise<void> {
  await change(ctx, async ({ tx, audit }) => {
    const stored = { value: evening, changedAt: ctx.now };
    if (evening === "begun") await tx.setting.create({ data: { name: NAME, ...stored } });
    else await tx.setting.update({ where: { name: NAME }, data: stored });
    audit(`demonstration.${evening}`, {});
  });
}
