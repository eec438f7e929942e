import type { Instant, LineView } from "@/lib/contract/views";
import { fill } from "./fill";
import type { ChatWords } from "./words";

/**
 * Days and hours as people in France say them. Only numbers are asked from Intl, the words are ours: server and phone hold
 * different ICU data, and a sentence that differs by a space makes React throw the server's page away.
 */
const PARTS = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Paris",
  hourCycle: "h23",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
});

interface ParisTime {
  /** Days since 1970 by the Paris calendar: a day of 23 or 25 hours is still one. */
  day: number;
  hour: number;
  minute: number;
}

/** The Paris calendar day and clock of an instant. */
export function parisTime(instant: Instant): ParisTime {
  const part = Object.fromEntries(PARTS.formatToParts(new Date(instant)).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = part;
  return { day: Date.UTC(year, month - 1, day) / 86_400_000, hour, minute };
}

/** "14:05". */
export function clockTime(instant: Instant): string {
  const { hour, minute } = parisTime(instant);
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
}

/** "Aujourd’hui", "Hier", "Mardi", "3 mars": the heading of a day's messages. */
export function dayName(day: number, today: number, words: ChatWords): string {
  if (day === today) return words.days.today;
  if (day === today - 1) return words.days.yesterday;
  const name = day > today - 7 && day < today ? weekday(day, words) : date(day, words);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** "aujourd’hui à 9h", "demain à 9h30", "lundi à 9h", "le 3 mars à 9h". */
export function whenWords(instant: Instant, now: Instant, words: ChatWords): string {
  const then = parisTime(instant);
  const days = then.day - parisTime(now).day;
  const minutes = twoDigits(then.minute);
  const time = fill(then.minute === 0 ? words.when.hour : words.when.hourMinutes, { hour: then.hour, minutes });
  if (days <= 0) return fill(words.when.today, { time });
  if (days === 1) return fill(words.when.tomorrow, { time });
  if (days < 7) return fill(words.when.weekday, { time, day: weekday(then.day, words) });
  return fill(words.when.date, { time, date: date(then.day, words) });
}

/** When people are back, in words; null while they are there or when nobody can say. */
export function backWords(line: LineView, now: Instant, words: ChatWords): string | null {
  return line.open || line.nextOpening === null ? null : whenWords(line.nextOpening, now, words);
}

function weekday(day: number, words: ChatWords): string {
  return Object.values(words.weekdays)[new Date(day * 86_400_000).getUTCDay()] ?? "";
}

function date(day: number, words: ChatWords): string {
  const midnight = new Date(day * 86_400_000);
  const number = midnight.getUTCDate();
  return fill(number === 1 ? words.dateFirst : words.date, {
    day: number,
    month: Object.values(words.months)[midnight.getUTCMonth()] ?? "",
  });
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
