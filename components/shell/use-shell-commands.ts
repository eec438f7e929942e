"use client";
import { CircleUser, Keyboard, LogOut, Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useCommands } from "./commands";
import type { NavItem } from "./nav-items";
import { NAV_DRAWINGS } from "./nav-link";
import { chooseTheme, THEMES } from "./preferences";

const THEME_DRAWINGS = { system: Monitor, light: Sun, dark: Moon };

/** What can be run from every page: go somewhere, change the appearance, see the shortcuts, leave. */
export function useShellCommands(items: readonly NavItem[], signOut: () => void, showShortcuts: () => void): void {
  const t = useTranslations("shell");
  const router = useRouter();
  useCommands([
    ...items.map((item) => ({
      id: `go-${item.key}`,
      label: t(`nav.${item.key}`),
      group: t("palette.pages"),
      icon: NAV_DRAWINGS[item.key],
      run: () => router.push(item.href),
    })),
    { id: "go-account", label: t("account"), group: t("palette.pages"), icon: CircleUser, run: () => router.push("/account") },
    { id: "sign-out", label: t("signOut"), group: t("palette.application"), icon: LogOut, run: signOut },
    {
      id: "shortcuts",
      label: t("shortcuts.help"),
      group: t("palette.application"),
      icon: Keyboard,
      keys: "?",
      run: showShortcuts,
    },
    ...THEMES.map((theme) => ({
      id: `theme-${theme}`,
      label: `${t("theme.label")} : ${t(`theme.${theme}`)}`,
      group: t("palette.appearance"),
      icon: THEME_DRAWINGS[theme],
      run: () => chooseTheme(theme),
    })),
  ]);
}
