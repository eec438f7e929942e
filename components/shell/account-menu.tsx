"use client";
import { CircleUser, LogOut, Monitor, Moon, Sun } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { LANGUAGES } from "@/lib/contract/roles";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import type { Align, Side } from "@/components/ui/place";
import { chooseTheme, rememberLanguage, THEMES, useTheme } from "./preferences";

const THEME_DRAWINGS = { system: Monitor, light: Sun, dark: Moon };
const OWN_NAMES = { fr: "Français", en: "English" };

export interface AccountMenuProps {
  name: string;
  signOut: () => void;
  side: Side;
  align: Align;
  className: string;
}

/** Who I am here, how the screen looks and speaks, and the way out. */
export function AccountMenu({ name, signOut, side, align, className }: AccountMenuProps) {
  const t = useTranslations("shell");
  const router = useRouter();
  const theme = useTheme();
  const locale = useLocale();
  return (
    <Menu
      label={t("accountOf", { name })}
      side={side}
      align={align}
      className={className}
      groups={[
        {
          items: [{ id: "account", label: t("account"), icon: CircleUser, onSelect: () => router.push("/account") }],
        },
        {
          label: t("theme.label"),
          items: THEMES.map((each) => ({
            id: each,
            label: t(`theme.${each}`),
            icon: THEME_DRAWINGS[each],
            checked: each === theme,
            onSelect: () => chooseTheme(each),
          })),
        },
        {
          label: t("language"),
          items: LANGUAGES.map((language) => ({
            id: language,
            label: OWN_NAMES[language],
            checked: language === locale,
            onSelect: () => {
              rememberLanguage(language);
              router.refresh();
            },
          })),
        },
        { items: [{ id: "sign-out", label: t("signOut"), icon: LogOut, onSelect: signOut }] },
      ]}
    >
      <Icon of={CircleUser} />
      <span aria-hidden="true" className="max-w-full truncate">
        {name.split(" ")[0]}
      </span>
    </Menu>
  );
}
