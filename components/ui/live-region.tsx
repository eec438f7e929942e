"use client";
import { useEffect, useSyncExternalStore } from "react";

type Urgency = "polite" | "assertive";
interface Line {
  id: number;
  text: string;
  urgency: Urgency;
}

const KEPT_MS = 8000;
const NOTHING: readonly Line[] = [];
let lines: readonly Line[] = NOTHING;
let nextId = 0;
const listeners = new Set<() => void>();

function change(next: readonly Line[]) {
  lines = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Says it to a screen reader, now (`assertive`, for danger) or at the next pause. The eye must be told elsewhere. */
export function announce(text: string, urgency: Urgency = "polite"): void {
  nextId += 1;
  change([...lines, { id: nextId, text, urgency }]);
}

/** Where announcements are heard; once, in the root layout. */
export function LiveRegion() {
  const spoken = useSyncExternalStore(
    subscribe,
    () => lines,
    () => NOTHING,
  );
  useEffect(() => {
    const last = spoken.at(-1);
    if (!last) return;
    const timer = setTimeout(() => change(lines.filter((line) => line.id > last.id)), KEPT_MS);
    return () => clearTimeout(timer);
  }, [spoken]);

  return (["polite", "assertive"] as const).map((urgency) => (
    <div key={urgency} aria-live={urgency} className="sr-only">
      {spoken
        .filter((line) => line.urgency === urgency)
        .map((line) => (
          <p key={line.id}>{line.text}</p>
        ))}
    </div>
  ));
}
