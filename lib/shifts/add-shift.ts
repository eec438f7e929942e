import { v7 as uuid } from "uuid";
import type { z } from "zod";
import type { AddShiftInput } from "@/lib/contract/inputs";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { Invalid } from "@/lib/core/errors";
import { permit } from "@/lib/core/permission";
import { tellDuty } from "./tell-duty";

type Input = z.output<typeof AddShiftInput>;

/** Plans a person from one instant to another. The same shift planned again is the one that is there. */
export async function addShift(ctx: Context, { userId, startAt, endAt }: Input): Promise<{ id: string }> {
  return change(ctx, async (work) => {
    const { tx } = work;
    permit(ctx.actor, "shift.edit");
    // The person's row is locked: the same shift planned twice at once is one.
    const [person] = await tx.$queryRaw<{ deactivated: boolean }[]>`
      select deactivated_at is not null as deactivated from app_user where id = ${userId}::uuid for no key update`;
    if (!person || person.deactivated) throw new Invalid([{ path: "userId", message: "nobody of that id works here" }]);
    const times = { startAt: new Date(startAt), endAt: new Date(endAt) };
    const known = await tx.shift.findFirst({ where: { userId, ...times }, select: { id: true } });
    if (known) return known;

    const id = uuid();
    await tx.shift.create({ data: { id, userId, ...times } });
    work.audit("shift.added", { shiftId: id, userId, startAt, endAt });
    await tellDuty(work, userId);
    return { id };
  });
}
