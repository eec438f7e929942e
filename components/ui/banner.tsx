import { CircleAlert, Hourglass, Info, Lock } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import type { Tone } from "./badge";
import { classNames } from "./class-names";
import { Icon } from "./icon";

const LOOK: Record<Tone, { icon: LucideIcon; surface: string; mark: string }> = {
  neutral: { icon: Info, surface: "border-line bg-well", mark: "text-ink-soft" },
  accent: { icon: Info, surface: "border-accent/40 bg-accent-tint", mark: "text-accent" },
  waiting: { icon: Hourglass, surface: "border-waiting/40 bg-waiting-tint", mark: "text-waiting" },
  danger: { icon: CircleAlert, surface: "border-danger/40 bg-danger-tint", mark: "text-danger" },
  note: { icon: Lock, surface: "border-note-line bg-note-tint", mark: "text-note" },
};

export interface BannerProps {
  tone?: Tone;
  title?: string;
  icon?: LucideIcon;
  /** What to do about it: a button or a link. */
  action?: ReactNode;
  /** `status` waits for its turn in a screen reader, `alert` interrupts; none for what was there from the start. */
  announce?: "status" | "alert";
  /** Stands across the top of a pane instead of among other things. */
  edge?: boolean;
  children?: ReactNode;
}

/** What happened, what is safe, what to do. */
export function Banner({ tone = "neutral", title, icon, action, announce, edge, children }: BannerProps) {
  const look = LOOK[tone];
  return (
    <div
      role={announce}
      className={classNames(
        "flex flex-wrap items-start gap-x-3 gap-y-2 px-4 py-3",
        edge ? "border-b" : "rounded border",
        look.surface,
      )}
    >
      <span className={classNames("flex h-5.5 items-center", look.mark)}>
        <Icon of={icon ?? look.icon} />
      </span>
      <div className="min-w-48 flex-1">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className={title ? "text-ink-soft" : undefined}>{children}</div>}
      </div>
      {action}
    </div>
  );
}
