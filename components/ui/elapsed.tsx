"use client";
import { useTranslations } from "next-intl";
import { createContext, use, useEffect, useSyncExternalStore, type ReactNode } from "react";
import { correctClock, onSecond, serverNow } from "./clock";
import { clockFace, elapsedParts } from "./elapsed-parts";

const FirstNow = createContext<number | null>(null);

/** Sets the page's clock by the server's, so that the first paint and the first tick agree. Once, around a live screen. */
export function ServerClock({ now, children }: { now: string; children: ReactNode }) {
  useEffect(() => correctClock(now), [now]);
  return <FirstNow value={Date.parse(now)}>{children}</FirstNow>;
}

/** Seconds since (negative: until) an instant, renewed only when the text would change. Null before the clock is known. */
function useSecondsSince(since: string, step: (seconds: number) => number): number | null {
  const first = use(FirstNow);
  const seconds = (now: number) => step((now - Date.parse(since)) / 1000);
  return useSyncExternalStore(
    onSecond,
    () => seconds(serverNow()),
    () => (first === null ? null : seconds(first)),
  );
}

const wholeMinutes = (seconds: number) => Math.floor(seconds / 60) * 60;

export interface ElapsedProps {
  since: string;
  /** `words` "12 min"; `clock` "2:41", for a wait that is being watched; `seconds` "4 s", then as words. */
  face?: "words" | "clock" | "seconds";
  className?: string;
}

/** How long ago, ticking by itself. */
export function Elapsed({ since, face = "words", className }: ElapsedProps) {
  const t = useTranslations("common.elapsed");
  const seconds = useSecondsSince(since, face === "words" ? wholeMinutes : Math.floor);
  const short = (value: number) => (value < 60 ? t("seconds", { value: Math.max(1, value) }) : null);
  const faced = (value: number) => (face === "clock" ? clockFace(value) : face === "seconds" ? short(value) : null);
  return (
    <time dateTime={since} className={className ?? "whitespace-nowrap"}>
      {seconds === null ? "\u2007" : (faced(seconds) ?? words(t, seconds))}
    </time>
  );
}

/** Seconds left until an instant, down to zero: an offer that goes back. */
export function Remaining({ until, className }: { until: string; className?: string }) {
  const t = useTranslations("common.elapsed");
  const seconds = useSecondsSince(until, Math.floor);
  const left = seconds === null ? null : Math.max(0, -seconds);
  return (
    <time dateTime={until} className={className ?? "whitespace-nowrap"}>
      {left === null ? "\u2007" : left < 60 ? t("seconds", { value: left }) : (clockFace(left) ?? words(t, left))}
    </time>
  );
}

function words(t: ReturnType<typeof useTranslations<"common.elapsed">>, seconds: number): string {
  const parts = elapsedParts(seconds);
  switch (parts.unit) {
    case "now":
      return t("now");
    case "minutes":
    case "hours":
    case "days":
      return t(parts.unit, { value: parts.value });
    case "hoursMinutes":
      return t("hoursMinutes", { hours: parts.hours, minutes: parts.minutes });
    default: {
      const unhandled: never = parts;
      return unhandled;
    }
  }
}
