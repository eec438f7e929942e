import { useTranslations } from "next-intl";
import type { DangerLevel } from "@/lib/contract/danger";

/** The six shapes on a 20 × 20 sheet: the mass of ink grows with the danger. */
const SHAPES: Record<DangerLevel, React.ReactNode> = {
  FX: <circle cx="10" cy="10" r="6.75" fill="none" stroke="currentColor" strokeWidth="1.75" strokeDasharray="3.03 2.27" />,
  F0: <circle cx="10" cy="10" r="6.75" fill="none" stroke="currentColor" strokeWidth="1.75" />,
  F1: <circle cx="10" cy="10" r="4.75" fill="currentColor" />,
  F2: <path d="M10 2 18 10 10 18 2 10Z" fill="currentColor" stroke="currentColor" strokeLinejoin="round" />,
  F3: (
    <path
      d="M10 2.2 18.6 17H1.4Z"
      fill="var(--color-f3-fill)"
      stroke="var(--color-f3-fill)"
      strokeWidth="1.5"
      strokeLinejoin="round"
    />
  ),
  F4: (
    <>
      <path d="M6.1.8h7.8l5.3 5.3v7.8l-5.3 5.3H6.1L.8 13.9V6.1Z" fill="var(--color-f4-fill)" />
      <path d="M10 4.6v6.6M10 14.2v1.2" fill="none" stroke="var(--color-on-danger)" strokeWidth="2.25" strokeLinecap="round" />
    </>
  ),
};
const COLOURS: Record<DangerLevel, string> = {
  FX: "text-fx",
  F0: "text-f0",
  F1: "text-f1",
  F2: "text-f2",
  F3: "text-f3",
  F4: "text-f4",
};
const SIZES = { small: "size-4", medium: "size-5", large: "size-7", wall: "size-12" };

export interface DangerMarkProps {
  level: DangerLevel;
  /** What stands beside the shape: nothing, "F3", or "F3 grave". The accessible name is always whole. */
  show?: "mark" | "code" | "word";
  size?: keyof typeof SIZES;
}

/** Danger by shape, word and colour; the same mark in row, thread, case, wall and statistics. */
export function DangerMark({ level, show = "code", size = "medium" }: DangerMarkProps) {
  const t = useTranslations("danger");
  const word = t(`words.${level}`);
  const name = t("name", { code: level, word });
  return (
    <span
      role="img"
      aria-label={name}
      title={show === "word" ? undefined : name}
      className={`inline-flex items-center gap-1.5 ${COLOURS[level]}`}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true" className={`shrink-0 ${SIZES[size]}`}>
        {SHAPES[level]}
      </svg>
      {show !== "mark" && (
        <span aria-hidden="true" className="font-medium whitespace-nowrap tabular-nums">
          {level}
          {show === "word" && ` ${word}`}
        </span>
      )}
    </span>
  );
}
