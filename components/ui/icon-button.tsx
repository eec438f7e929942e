"use client";
import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";
import type { Side } from "./place";
import { Tooltip } from "./tooltip";

export interface IconButtonProps extends Omit<ComponentProps<"button">, "children" | "aria-label"> {
  icon: LucideIcon;
  /** Its name: read aloud, and shown on hover and focus. */
  label: string;
  keys?: string;
  size?: "desk" | "chat";
  side?: Side;
}

/** A square with a drawing; the name is never optional. */
export function IconButton({ icon, label, keys, size = "desk", side, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys} side={side} repeats>
      <button
        type="button"
        {...rest}
        aria-label={label}
        className={classNames(
          "inline-flex items-center justify-center rounded text-ink-soft transition-colors hover:bg-well hover:text-ink disabled:text-edge aria-pressed:bg-accent-tint aria-pressed:text-accent",
          size === "chat" ? "size-12" : "size-10",
          className,
        )}
      >
        <Icon of={icon} size={size === "chat" ? 24 : 20} />
      </button>
    </Tooltip>
  );
}
