/** A length of time in the largest units that matter; words are in messages (`common.elapsed`). */
export type ElapsedParts =
  | { unit: "now" }
  | { unit: "minutes" | "days"; value: number }
  | { unit: "hours"; value: number }
  | { unit: "hoursMinutes"; hours: number; minutes: string };

/** "à l’instant", "12 min", "1 h 05", "2 h", "3 j". */
export function elapsedParts(seconds: number): ElapsedParts {
  const minutes = Math.floor(Math.max(0, seconds) / 60);
  if (minutes < 1) return { unit: "now" };
  if (minutes < 60) return { unit: "minutes", value: minutes };
  const hours = Math.floor(minutes / 60);
  if (hours >= 24) return { unit: "days", value: Math.floor(hours / 24) };
  const rest = minutes % 60;
  return rest === 0 ? { unit: "hours", value: hours } : { unit: "hoursMinutes", hours, minutes: String(rest).padStart(2, "0") };
}

/** "2:41" under an hour; null beyond, where seconds say nothing. */
export function clockFace(seconds: number): string | null {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole >= 3600) return null;
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
