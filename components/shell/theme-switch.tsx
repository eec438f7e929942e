"use client";
import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { Segmented } from "@/components/ui/segmented";
import { chooseTheme, THEMES, useTheme } from "./preferences";

const DRAWINGS = { system: Monitor, light: Sun, dark: Moon };

/** Light, dark, or as the device is set. */
export function ThemeSwitch({ labelHidden }: { labelHidden?: boolean }) {
  const t = useTranslations("shell.theme");
  return (
    <Segmented
      label={t("label")}
      labelHidden={labelHidden}
      value={useTheme()}
      onChange={chooseTheme}
      options={THEMES.map((theme) => ({ value: theme, label: t(theme), icon: DRAWINGS[theme] }))}
    />
  );
}
