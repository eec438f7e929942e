import type { z } from "zod";
import type { ShiftInput } from "@/lib/contract/inputs";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { NotFound } from "@/lib/core/errors";
import { permit } from "@/lib/core/permission";
import { tellDuty } from "./tell-duty";

/** Takes a shift out of the plan. What the person holds stays theirs; nothing more is offered to them. @throws NotFound */
export async function removeShift(ctx: Context, { shiftId }: z.output<typeof ShiftInput>): Promise<void> {
  await change(ctx, async (work) => {
    permit(ctx.actor, "shift.edit");
    const [removed] = await work.tx.$queryRaw<{ userId: string }[]>`
      delete from shift where id = ${shiftId}::uuid returning user_id as "userId"`;
    if (!removed) throw new NotFound();
    work.audit("shift.removed", { shiftId, userId: removed.userId });
    await tellDuty(work, removed.userId);
  });
}
