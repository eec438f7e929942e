"use client";
import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { LANGUAGES } from "@/lib/contract/roles";
import { Segmented } from "@/components/ui/segmented";
import { rememberLanguage } from "./preferences";

const OWN_NAMES = { fr: "Français", en: "English" };

/** The language of the words, each named in itself. */
export function LanguageSwitch({ labelHidden }: { labelHidden?: boolean }) {
  const t = useTranslations("shell");
  const router = useRouter();
  return (
    <Segmented
      label={t("language")}
      labelHidden={labelHidden}
      value={useLocale()}
      onChange={(language) => {
        rememberLanguage(language);
        router.refresh();
      }}
      options={LANGUAGES.map((language) => ({ value: language, label: OWN_NAMES[language] }))}
    />
  );
}
