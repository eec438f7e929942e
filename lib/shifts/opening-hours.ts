import { CalendarDate, fromDate, parseTime, toCalendarDate, toCalendarDateTime, toZoned } from "@internationalized/date";

/** The helpline lives in one time zone, whatever the machine's. */
const ZONE = "Europe/Paris";
/** A line that stays closed for longer than this has no next opening to promise. */
const HORIZON_DAYS = 60;

/** Local times "HH:MM"; closing at or before opening means the next day, "24:00" is midnight. */
export interface DayHours {
  opens: string;
  closes: string;
}

export interface OpeningRules {
  /** By ISO weekday, 1 (Monday) to 7; a day without hours is closed. */
  weekly: Readonly<Record<number, DayHours | undefined>>;
  /** By local date "YYYY-MM-DD"; null: closed all day. It replaces the day's weekly hours. */
  exceptions: Readonly<Record<string, DayHours | null | undefined>>;
}

/** 9h–23h every day (domain.md §1): what holds until a planner stores something else. */
export const DEFAULT_WEEKLY: OpeningRules["weekly"] = Object.fromEntries(
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => [weekday, { opens: "09:00", closes: "23:00" }]),
);

interface Interval {
  start: Date;
  end: Date;
}

/** Is somebody there to answer at this instant? */
export function isOpen(rules: OpeningRules, now: Date): boolean {
  return currentInterval(rules, now) !== null;
}

/** When the line closes next; null when it is closed, or open without an end within the horizon. */
export function closesAt(rules: OpeningRules, now: Date): Date | null {
  const limit = now.getTime() + HORIZON_DAYS * 86_400_000;
  let end = currentInterval(rules, now)?.end ?? null;
  while (end !== null && end.getTime() < limit) {
    const next = currentInterval(rules, end);
    if (next === null) return end;
    end = next.end;
  }
  return null;
}

/** When the line opens again; null when it is open, or closed beyond the horizon. */
export function nextOpening(rules: OpeningRules, now: Date): Date | null {
  if (isOpen(rules, now)) return null;
  const today = localDate(now);
  for (let days = 0; days <= HORIZON_DAYS; days += 1) {
    const interval = intervalOf(rules, today.add({ days }));
    if (interval && interval.start > now) return interval.start;
  }
  return null;
}

/** Yesterday counts too: an evening may end after midnight. */
function currentInterval(rules: OpeningRules, now: Date): Interval | null {
  const today = localDate(now);
  for (const day of [today.subtract({ days: 1 }), today]) {
    const interval = intervalOf(rules, day);
    if (interval && interval.start <= now && now < interval.end) return interval;
  }
  return null;
}

function intervalOf(rules: OpeningRules, day: CalendarDate): Interval | null {
  const exception = rules.exceptions[day.toString()];
  const hours = exception === undefined ? rules.weekly[isoWeekday(day)] : exception;
  if (!hours) return null;
  const midnight = hours.closes === "24:00";
  const nextDay = midnight || hours.closes <= hours.opens;
  return {
    start: instant(day, hours.opens),
    end: instant(nextDay ? day.add({ days: 1 }) : day, midnight ? "00:00" : hours.closes),
  };
}

/** 02:30 does not exist on one Sunday of March (then 03:30) and exists twice on one of October (then the first). */
function instant(day: CalendarDate, time: string): Date {
  return toZoned(toCalendarDateTime(day, parseTime(time)), ZONE).toDate();
}

function localDate(at: Date): CalendarDate {
  return toCalendarDate(fromDate(at, ZONE));
}

/** Reckoned from the date itself: the library's weekdays depend on a locale. */
function isoWeekday(day: CalendarDate): number {
  return new Date(Date.UTC(day.year, day.month - 1, day.day)).getUTCDay() || 7;
}
