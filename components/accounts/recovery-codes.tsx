"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";

/** The recovery codes, this once. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const t = useTranslations("account.secondFactor");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join("\n"));
    showToast({ text: t("copied") });
  };
  return (
    <div className="flex flex-col gap-4">
      <Banner tone="accent">{t("confirmed")}</Banner>
      <h2 ref={heading} tabIndex={-1} className="font-medium">
        {t("recovery")}
      </h2>
      <p className="max-w-thread text-ink-soft">{t("recoveryLead")}</p>
      <ol className="grid max-w-form grid-cols-1 gap-x-8 gap-y-1 rounded border border-line bg-well px-5 py-4 tabular-nums min-[24rem]:grid-cols-2">
        {codes.map((code) => (
          <li key={code} className="font-medium">
            {code}
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <Button kind="primary" onClick={onDone}>
          {t("continue")}
        </Button>
        <Button onClick={() => void copy()}>{t("copy")}</Button>
      </div>
    </div>
  );
}
