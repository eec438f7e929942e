"use client";
import { useSyncExternalStore } from "react";
import type { Language } from "@/lib/contract/roles";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

function remember(name: string, value: string): void {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${name}=${value}; Path=/; Max-Age=${value === "" ? 0 : 31_536_000}; SameSite=Lax${secure}`;
}

const currentTheme = (): Theme => THEMES.find((theme) => theme === document.documentElement.dataset.theme) ?? "system";

/** The appearance chosen; "system" until the page is alive. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, currentTheme, () => "system");
}

/** Changes the appearance at once and for the next visits: the server reads the cookie, so nothing flashes. */
export function chooseTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  remember("theme", theme === "system" ? "" : theme);
  for (const listener of listeners) listener();
}

/** Remembers the language; the caller refreshes the page's words (`router.refresh()`). */
export function rememberLanguage(language: Language): void {
  remember("locale", language);
}
