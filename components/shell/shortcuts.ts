"use client";
import { useEffect, useSyncExternalStore } from "react";
import { isSingleKey, keysOf } from "./keys-of";
import { createRegistry } from "./registry";

export interface Shortcut {
  /** "j", "?", "shift+t", "mod+k" (Ctrl, or ⌘ on a Mac). */
  keys: string;
  /** What it does, as the sheet says it. */
  label: string;
  /** Heading in the sheet. */
  group: string;
  /** Works while typing too; chords with `mod` always do. */
  whileTyping?: boolean;
  run: () => void;
}

const registry = createRegistry<Shortcut>();
const STORED = "single-key-shortcuts";
const listeners = new Set<() => void>();

/** Shortcuts of a screen, for as long as it is shown. The latest screen wins where two want the same keys. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  registry.useRegister(shortcuts, shortcuts.map((shortcut) => shortcut.keys + shortcut.label).join());
}

/** All shortcuts that work now. */
export const useAllShortcuts = registry.useAll;

const singleKeysOn = () => localStorage.getItem(STORED) !== "off";

/** Whether shortcuts of one character are on, and how to change it (WCAG 2.1.4). */
export function useSingleKeys(): [on: boolean, set: (on: boolean) => void] {
  const on = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    singleKeysOn,
    () => true,
  );
  const set = (next: boolean) => {
    localStorage.setItem(STORED, next ? "on" : "off");
    for (const listener of listeners) listener();
  };
  return [on, set];
}

/** Listens to the keyboard; once, in the shell. */
export function useShortcutKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const keys = keysOf(event);
      const shortcut = registry.all().findLast((candidate) => candidate.keys === keys);
      if (!shortcut || document.querySelector("dialog:modal, [role=menu]:popover-open")) return;
      if (isSingleKey(keys) && !singleKeysOn()) return;
      if (isTyping(event.target) && !keys.startsWith("mod+") && !shortcut.whileTyping) return;
      event.preventDefault();
      shortcut.run();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const text = "textarea, select, [contenteditable=true], input:not([type=checkbox], [type=radio], [type=button])";
  return target.matches(text);
}
