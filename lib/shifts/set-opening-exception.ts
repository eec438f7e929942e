import type { z } from "zod";
import { LINE_HEARERS } from "@/lib/contract/events";
import type { OpeningExceptionInput } from "@/lib/contract/inputs";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { permit } from "@/lib/core/permission";

/** Other hours on one date, or closed all day; said again, the last word holds. */
export async function setOpeningException(
  ctx: Context,
  { date, hours, reason }: z.output<typeof OpeningExceptionInput>,
): Promise<void> {
  await change(ctx, async (work) => {
    permit(ctx.actor, "shift.edit");
    const [opens, closes] = [hours?.opens ?? null, hours?.closes ?? null];
    await work.tx.$executeRaw`
      insert into opening_exception (date, opens, closes, reason) values (${date}::date, ${opens}, ${closes}, ${reason})
      on conflict (date) do update set opens = excluded.opens, closes = excluded.closes, reason = excluded.reason`;
    work.audit("opening-exception.set", { date, opens, closes });
    work.emit(LINE_HEARERS, { type: "line.changed" });
  });
}
