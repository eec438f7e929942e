"use client";

import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";

/** Nearer than this to the end, a person reads the end. */
const NEAR_PX = 48;

/** Room above what is read from its beginning. */
const MARGIN_PX = 16;

interface Stick {
  scroller: RefObject<HTMLDivElement | null>;
  /** What is inside the scroller, as high as the thread is. */
  content: RefObject<HTMLDivElement | null>;
  atBottom: boolean;
  /** What came last was longer than the screen and stands at its beginning. */
  reading: boolean;
  onScroll: () => void;
  toBottom: () => void;
}

/**
 * Keeps the end in view for somebody who is at the end, and the place for somebody who reads above. What is longer than the screen is
 * shown from its beginning. The scroller is a reversed column, so the browser itself holds the end: before any script, when the
 * keyboard opens, when older lines are put above.
 * @param last what the last line is; when it changes, something was appended
 * @param mine the last line is the person's own: who writes wants to see it
 */
export function useStickToBottom(last: string | undefined, mine: boolean): Stick {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [atBottom, setAtBottom] = useState(true);
  const [reading, setReading] = useState(false);
  const before = useRef({ last, height: 0 });

  const onScroll = useCallback(() => {
    if (!scroller.current) return;
    const near = distanceFromBottom(scroller.current) < NEAR_PX;
    setAtBottom(near);
    if (near) setReading(false);
  }, []);

  const toBottom = useCallback(() => {
    if (scroller.current) scroller.current.scrollTop = bottomOf(scroller.current);
  }, []);

  useLayoutEffect(() => {
    const element = scroller.current;
    const { last: lastBefore, height: heightBefore } = before.current;
    if (!element || lastBefore === last || heightBefore === 0 || !isReversed(element)) return;
    const grown = (content.current?.offsetHeight ?? 0) - heightBefore;
    const hidden = grown + MARGIN_PX - element.clientHeight;
    // A place is counted from the end in a reversed column: what was appended would push it up.
    if (mine) element.scrollTop = 0;
    else if (!atBottom) element.scrollTop -= Math.max(0, grown);
    else element.scrollTop = -Math.max(0, hidden);
    if (atBottom && !mine && hidden > 0) setReading(true);
  }, [last, mine, atBottom]);

  // After the one above, which compares with the render before: the height also changes with what is no line (typing, cards).
  useLayoutEffect(() => {
    before.current = { last, height: content.current?.offsetHeight ?? 0 };
  });

  useEffect(onScroll, [onScroll, last]);
  return { scroller, content, atBottom, reading, onScroll, toBottom };
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
