"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** A page that broke. The digest is the number under which the server's log holds the reason. */
export default function PageError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const t = useTranslations("common");
  return (
    <div role="alert" className="mx-auto flex max-w-form flex-col gap-4 px-6 py-16">
      <h1 className="text-title">{t("error.title")}</h1>
      <p className="text-ink-soft">{t("error.text")}</p>
      {error.digest && <p className="text-table text-ink-soft">{t("error.reference", { reference: error.digest })}</p>}
      <Button kind="primary" onClick={retry} className="self-start">
        {t("retry")}
      </Button>
    </div>
  );
}
