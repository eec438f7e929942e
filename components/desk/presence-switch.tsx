"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { LineBadge } from "@/components/shell/line-badge";
import { Switch } from "@/components/ui/switch";
import { Attention } from "./attention";
import { useDesk } from "./desk-context";

/** Am I offered conversations? And is the line open? At the top, because everything below depends on it. */
export function PresenceSwitch() {
  const { screen, act } = useDesk();
  const t = useTranslations("desk");
  const { me, line } = screen.desk;
  const [asked, setAsked] = useState<boolean | null>(null);
  const available = asked ?? me.presence !== "paused";
  const change = async (next: boolean) => {
    setAsked(next);
    await act("PUT", "/api/presence", { presence: next ? "available" : "paused" });
    setAsked(null);
  };
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 border-b border-line px-3 py-1">
      <Switch
        label={available ? t("available") : t("paused")}
        checked={available}
        onChange={(event) => void change(event.target.checked)}
      />
      <Attention />
      <LineBadge line={line} />
      {!me.onDuty && <p className="w-full pb-1 text-table text-ink-soft">{t("offDuty")}</p>}
    </div>
  );
}
