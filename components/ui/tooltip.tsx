"use client";
import { cloneElement, useEffect, useId, useRef, type KeyboardEvent, type ReactElement } from "react";
import { Kbd } from "./kbd";
import { useFloating } from "./use-floating";
import type { Side } from "./place";

const REST_MS = 450;
const GRACE_MS = 120;

export interface TooltipProps {
  text: string;
  /** A shortcut, as for Kbd. */
  keys?: string;
  side?: Side;
  /** The words repeat the control's own name: shown, not read twice. */
  repeats?: boolean;
  children: ReactElement<{ "aria-describedby"?: string }>;
}

/** A few words on hover or keyboard focus; Escape hides them, and the pointer may rest on them (WCAG 1.4.13). */
export function Tooltip({ text, keys, side = "above", repeats = false, children }: TooltipProps) {
  const id = useId();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { anchor, floating, show, hide } = useFloating<HTMLSpanElement, HTMLSpanElement>(side, "center");
  useEffect(() => () => clearTimeout(timer.current), []);

  const later = (what: () => void, ms: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(what, ms);
  };
  const now = (what: () => void) => {
    clearTimeout(timer.current);
    what();
  };
  return (
    <span
      ref={anchor}
      className="inline-flex"
      onPointerEnter={(event) => event.pointerType === "mouse" && later(show, REST_MS)}
      onPointerLeave={() => later(hide, GRACE_MS)}
      onPointerDown={() => now(hide)}
      onFocus={(event) => event.target.matches(":focus-visible") && now(show)}
      onBlur={() => now(hide)}
      onKeyDown={(event: KeyboardEvent) => event.key === "Escape" && now(hide)}
    >
      {repeats ? children : cloneElement(children, { "aria-describedby": id })}
      <span
        ref={floating}
        id={id}
        role={repeats ? undefined : "tooltip"}
        aria-hidden={repeats || undefined}
        popover="manual"
        className="fixed m-0 w-max max-w-80 items-center gap-2 rounded border border-line bg-sheet px-2 py-1 text-table text-ink shadow-float open:flex"
      >
        {text}
        {keys && <Kbd keys={keys} />}
      </span>
    </span>
  );
}
