"use client";
import { useRef, useState, type FocusEvent, type PointerEvent } from "react";
import { heldOrder, type SectionKey, type Sections } from "./sort-rows";

const KEYS: readonly SectionKey[] = ["waiting", "mine", "team", "bot"];
type Orders = Record<SectionKey, string[]>;

/**
 * A list may re-order, but never under the pointer or the focus (look.md): while one is on it, the order stands still and what is new is
 * counted instead.
 */
export function useHeldSections(sections: Sections) {
  const hands = useRef({ pointer: false, focus: false });
  const [held, setHeld] = useState<Orders | null>(null);
  const update = (change: Partial<typeof hands.current>) => {
    Object.assign(hands.current, change);
    const on = hands.current.pointer || hands.current.focus;
    setHeld((before) => (on ? (before ?? ordersOf(sections)) : null));
  };
  const shown = { ...sections };
  const fresh: Record<SectionKey, number> = { waiting: 0, mine: 0, team: 0, bot: 0 };
  if (held)
    for (const key of KEYS) {
      const still = heldOrder(sections[key], held[key]);
      shown[key] = still.rows;
      fresh[key] = still.fresh;
    }
  return {
    sections: shown,
    fresh,
    /** Shows what came meanwhile. */
    release: () => setHeld(hands.current.pointer || hands.current.focus ? ordersOf(sections) : null),
    handlers: {
      // A finger does not hover: only a mouse holds the list.
      onPointerEnter: (event: PointerEvent) => event.pointerType === "mouse" && update({ pointer: true }),
      onPointerLeave: () => update({ pointer: false }),
      onFocus: () => update({ focus: true }),
      onBlur: (event: FocusEvent) => !event.currentTarget.contains(event.relatedTarget) && update({ focus: false }),
    },
  };
}

function ordersOf(sections: Sections): Orders {
  const ids = (key: SectionKey) => sections[key].map((row) => row.id);
  return { waiting: ids("waiting"), mine: ids("mine"), team: ids("team"), bot: ids("bot") };
}
