import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type Tone = "neutral" | "accent" | "waiting" | "danger" | "note";

const TONES: Record<Tone, string> = {
  neutral: "border-line bg-well text-ink",
  accent: "border-transparent bg-accent-tint text-accent",
  waiting: "border-transparent bg-waiting-tint text-waiting",
  danger: "border-transparent bg-danger-tint text-danger",
  note: "border-transparent bg-note-tint text-note",
};

/** A word or two about the thing it stands on. Never colour alone: it always has words. */
export function Badge({ tone = "neutral", icon, children }: { tone?: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span
      className={classNames(
        "inline-flex min-h-6 items-center gap-1 rounded border px-2 text-table font-medium whitespace-nowrap",
        TONES[tone],
      )}
    >
      {icon}
      {children}
    </span>
  );
}

/** A number that asks to be read; `words` is what it counts ("3 non lus"). Nothing at zero. */
export function CountBadge({ count, words, tone = "accent" }: { count: number; words: string; tone?: "accent" | "waiting" }) {
  if (count === 0) return null;
  const colour = tone === "accent" ? "bg-accent-fill text-on-accent" : "bg-waiting-fill text-on-waiting";
  return (
    <span
      className={classNames("inline-flex min-w-5 justify-center rounded-full px-1.5 text-table font-medium tabular-nums", colour)}
    >
      <span aria-hidden="true">{count > 99 ? "99+" : count}</span>
      <span className="sr-only">{words}</span>
    </span>
  );
}
