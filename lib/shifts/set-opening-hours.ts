import type { z } from "zod";
import { LINE_HEARERS } from "@/lib/contract/events";
import type { OpeningHoursInput } from "@/lib/contract/inputs";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { permit } from "@/lib/core/permission";

/** Replaces the weekly hours; a weekday left out is closed, none at all is the default of 9h–23h every day. */
export async function setOpeningHours(ctx: Context, { days }: z.output<typeof OpeningHoursInput>): Promise<void> {
  await change(ctx, async (work) => {
    permit(ctx.actor, "shift.edit");
    // Two who save at once replace one after the other, never half each.
    await work.tx.$executeRaw`select pg_advisory_xact_lock(hashtext('opening_hours'))`;
    const byWeekday = new Map(days.map((day) => [day.weekday, day]));
    await work.tx.openingHours.deleteMany();
    await work.tx.openingHours.createMany({ data: [...byWeekday.values()] });
    work.audit("opening-hours.set", {
      days: [...byWeekday.values()].map((day) => `${day.weekday} ${day.opens}-${day.closes}`),
    });
    work.emit(LINE_HEARERS, { type: "line.changed" });
  });
}
