import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { permit } from "@/lib/core/permission";
import { tellDuty } from "./tell-duty";

/** Job `shifts.check-duty`: shifts begin and end without anybody doing anything; the desk and the routing hear of it here. */
export async function checkDuty(ctx: Context): Promise<void> {
  await change(ctx, async (work) => {
    permit(ctx.actor, "routing.run");
    const { started, ended } = await tellDuty(work, null);
    if (started.length + ended.length > 0) work.audit("duty.changed", { started, ended });
  });
}
