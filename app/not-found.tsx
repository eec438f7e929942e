import { useTranslations } from "next-intl";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button";

export default function NotFound() {
  const t = useTranslations("common.notFound");
  return (
    <main className="mx-auto flex min-h-dvh max-w-form flex-col justify-center gap-4 px-6 py-12">
      <h1 className="text-title">{t("title")}</h1>
      <p className="text-ink-soft">{t("text")}</p>
      <Link href="/" className={`${buttonClass("primary")} self-start`}>
        {t("home")}
      </Link>
    </main>
  );
}
