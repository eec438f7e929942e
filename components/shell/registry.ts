"use client";
import { useEffect, useRef, useSyncExternalStore } from "react";

/** What screens add to the shell while they are on the page: shortcuts, commands. The latest comes last. */
export function createRegistry<T>() {
  let entries: readonly (readonly T[])[] = [];
  const listeners = new Set<() => void>();
  const change = (next: readonly (readonly T[])[]) => {
    entries = next;
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const none: readonly (readonly T[])[] = [];

  return {
    /** Everything registered now, outside a render. */
    all: (): readonly T[] => entries.flat(),
    /** Everything registered now. */
    useAll: (): readonly T[] =>
      useSyncExternalStore(
        subscribe,
        () => entries,
        () => none,
      ).flat(),
    /** Registers while the caller is mounted; `signature` says when the list itself has changed. */
    useRegister(items: readonly T[], signature: string): void {
      const latest = useRef(items);
      useEffect(() => {
        latest.current = items;
      });
      useEffect(() => {
        const mine = latest.current;
        change([...entries, mine]);
        return () => change(entries.filter((entry) => entry !== mine));
      }, [signature]);
    },
  };
}
