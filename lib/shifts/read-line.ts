import type { LineView } from "@/lib/contract/views";
import type { Tx } from "@/lib/core/db";
import { closesAt, DEFAULT_WEEKLY, isOpen, nextOpening, type DayHours, type OpeningRules } from "./opening-hours";

/** An exception of the day before may still be going on, in any time zone. */
const LOOK_BACK_MS = 3 * 86_400_000;

/**
 * Is the line open, and if not, when are people back?
 * @param aroundTheClock the demonstration's line never closes, and says so
 */
export async function readLine(tx: Tx, now: Date, { aroundTheClock }: { aroundTheClock: boolean }): Promise<LineView> {
  if (aroundTheClock) return { open: true, nextOpening: null, closesAt: null, aroundTheClock };
  const rules = await readOpeningRules(tx, now);
  return {
    open: isOpen(rules, now),
    nextOpening: nextOpening(rules, now)?.toISOString() ?? null,
    closesAt: closesAt(rules, now)?.toISOString() ?? null,
    aroundTheClock,
  };
}

/** The stored weekly hours, or 9h–23h when none is stored, and the exceptions from about now on. */
async function readOpeningRules(tx: Tx, now: Date): Promise<OpeningRules> {
  const weekly = await tx.openingHours.findMany();
  const exceptions = await tx.openingException.findMany({ where: { date: { gte: new Date(now.getTime() - LOOK_BACK_MS) } } });
  return {
    weekly: weekly.length === 0 ? DEFAULT_WEEKLY : Object.fromEntries(weekly.map((row) => [row.weekday, hoursOf(row)])),
    exceptions: Object.fromEntries(
      exceptions.map((row) => [
        row.date.toISOString().slice(0, 10),
        row.opens !== null && row.closes !== null ? hoursOf({ opens: row.opens, closes: row.closes }) : null,
      ]),
    ),
  };
}

function hoursOf({ opens, closes }: DayHours): DayHours {
  return { opens, closes };
}
