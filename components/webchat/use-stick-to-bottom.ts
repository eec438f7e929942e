"use client";

import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";

/** Nearer than this to the end, a person reads the end. */
const NEAR_PX = 48;

interface Stick {
  scroller: RefObject<HTMLDivElement | null>;
  atBottom: boolean;
  onScroll: () => void;
  toBottom: () => void;
}

/**
 * Keeps the end in view for somebody who is at the end, and the place for somebody who reads above. The scroller is a reversed
 * column, so the browser itself holds the end: before any script, when the keyboard opens, when older lines are put above.
 * @param last what the last line is; when it changes, something was appended
 */
export function useStickToBottom(last: string | undefined): Stick {
  const scroller = useRef<HTMLDivElement>(null);
  const [atBottom, setAtBottom] = useState(true);
  const before = useRef({ last, height: 0 });

  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    before.current.height = element.scrollHeight;
    setAtBottom(distanceFromBottom(element) < NEAR_PX);
  }, []);

  const toBottom = useCallback(() => {
    if (scroller.current) scroller.current.scrollTop = bottomOf(scroller.current);
  }, []);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const grown = element.scrollHeight - before.current.height;
    // A place is counted from the end in a reversed column: what was appended would push it up.
    if (before.current.last !== last && !atBottom && grown > 0 && isReversed(element)) element.scrollTop -= grown;
    else if (before.current.last !== last && atBottom && before.current.height > 0) element.scrollTop = bottomOf(element);
    before.current = { last, height: element.scrollHeight };
  });

  useEffect(onScroll, [onScroll, last]);
  return { scroller, atBottom, onScroll, toBottom };
}

function isReversed(element: Element): boolean {
  return getComputedStyle(element).flexDirection === "column-reverse";
}

function bottomOf(element: Element): number {
  return isReversed(element) ? 0 : element.scrollHeight;
}

function distanceFromBottom(element: Element): number {
  if (isReversed(element)) return -element.scrollTop;
  return element.scrollHeight - element.clientHeight - element.scrollTop;
}
