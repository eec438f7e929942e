"use client";
import { useEffect, useRef, useSyncExternalStore } from "react";

/** What one screen adds; always what its latest render gave, or a key would act upon a list that is no longer there. */
interface Entry<T> {
  items: readonly T[];
}

/** What screens add to the shell while they are on the page: shortcuts, commands. The latest comes last. */
export function createRegistry<T>() {
  let entries: readonly Entry<T>[] = [];
  const listeners = new Set<() => void>();
  const change = (next: readonly Entry<T>[]) => {
    entries = next;
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const none: readonly Entry<T>[] = [];

  return {
    /** Everything registered now, outside a render. */
    all: (): readonly T[] => entries.flatMap(({ items }) => items),
    /** Everything registered now. */
    useAll: (): readonly T[] =>
      useSyncExternalStore(
        subscribe,
        () => entries,
        () => none,
      ).flatMap(({ items }) => items),
    /** Registers while the caller is mounted; `signature` says when the list itself has changed. */
    useRegister(items: readonly T[], signature: string): void {
      const entry = useRef<Entry<T>>({ items });
      useEffect(() => {
        entry.current.items = items;
      });
      useEffect(() => {
        const mine = entry.current;
        change([...entries, mine]);
        return () => change(entries.filter((entry) => entry !== mine));
      }, [signature]);
    },
  };
}
