"use client";
import { useEffect, useState, type KeyboardEvent } from "react";

/** Arrow keys over a list of options while the focus stays in the text field (ARIA combobox, `aria-activedescendant`). */
export function useOptions(count: number, listId: string, onChoose: (index: number) => void) {
  const [active, setActive] = useState(0);
  const current = Math.min(active, count - 1);

  useEffect(() => {
    if (current >= 0) document.getElementById(`${listId}-${current}`)?.scrollIntoView({ block: "nearest" });
  }, [current, listId]);

  /** True when the key was used. */
  function onKeyDown(event: KeyboardEvent): boolean {
    if (count === 0 || event.nativeEvent.isComposing) return false;
    const moves: Record<string, number> = {
      ArrowDown: (current + 1) % count,
      ArrowUp: (current - 1 + count) % count,
      PageDown: Math.min(current + 8, count - 1),
      PageUp: Math.max(current - 8, 0),
    };
    const move = moves[event.key];
    if (move === undefined && event.key !== "Enter") return false;
    event.preventDefault();
    if (move === undefined) onChoose(current);
    else setActive(move);
    return true;
  }

  return {
    active: current,
    setActive,
    onKeyDown,
    optionId: (index: number) => `${listId}-${index}`,
    activeId: current >= 0 ? `${listId}-${current}` : undefined,
  };
}
