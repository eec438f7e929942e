"use client";
import { useSyncExternalStore } from "react";

const STORED = "desk-sound";
const listeners = new Set<() => void>();
const on = () => localStorage.getItem(STORED) !== "off";

/** Whether the desk sounds, on this device; on until somebody turns it off. */
export function useSound(): [sound: boolean, set: (sound: boolean) => void] {
  const sound = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    on,
    () => true,
  );
  const set = (next: boolean) => {
    localStorage.setItem(STORED, next ? "on" : "off");
    for (const listener of listeners) listener();
  };
  return [sound, set];
}
