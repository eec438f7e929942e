"use client";
import { useCallback, useRef, type RefObject } from "react";
import { closePopover, openPopover } from "./popover";
import { place, type Align, type Side } from "./place";

/**
 * A native popover beside its anchor: the top layer needs no stacking order, and works above an open dialog.
 * `show` opens and places it; it does not follow a scroll, because whoever uses it closes on scroll or on leaving.
 */
export function useFloating<A extends HTMLElement, F extends HTMLElement>(
  side: Side,
  align: Align,
  /** As wide as its anchor: a list under its field. */
  fitWidth = false,
): { anchor: RefObject<A | null>; floating: RefObject<F | null>; show: () => void; hide: () => void; settle: () => void } {
  const anchor = useRef<A>(null);
  const floating = useRef<F>(null);
  const settle = useCallback(() => {
    if (!anchor.current || !floating.current) return;
    if (fitWidth) floating.current.style.width = `${anchor.current.offsetWidth}px`;
    const { offsetWidth: width, offsetHeight: height } = floating.current;
    const view = { width: document.documentElement.clientWidth, height: window.innerHeight };
    const spot = place(anchor.current.getBoundingClientRect(), { width, height }, view, side, align);
    floating.current.style.left = `${spot.left}px`;
    floating.current.style.top = `${spot.top}px`;
    floating.current.style.visibility = "visible";
  }, [side, align, fitWidth]);
  const show = useCallback(() => {
    if (floating.current) openPopover(floating.current);
    settle();
  }, [settle]);
  const hide = useCallback(() => {
    if (floating.current) closePopover(floating.current);
  }, []);
  return { anchor, floating, show, hide, settle };
}
