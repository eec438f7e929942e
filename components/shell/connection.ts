"use client";
import { useSyncExternalStore } from "react";

export interface Connection {
  state: "live" | "connecting" | "stale" | "offline";
  /** When the screen last knew that it was complete. */
  syncedAt: string | null;
}

let current: Connection | null = null;
const listeners = new Set<() => void>();

/** Tells the shell how the live link is; null when the page in front has none. */
export function reportConnection(next: Connection | null): void {
  current = next;
  for (const listener of listeners) listener();
}

/** The live link as last reported. */
export function useConnection(): Connection | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => current,
    () => null,
  );
}
