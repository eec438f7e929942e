"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ThreadView } from "@/lib/contract/views";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { useDesk } from "./desk-context";
import { doorOf } from "./use-act";

/** Under a conversation that waits: take it, or answer the offer. Under one that I have relayed: take the relay back. */
export function TakeBar({ thread: { row, can, panel } }: { thread: ThreadView }) {
  const { screen, act } = useDesk();
  const t = useTranslations("desk");
  const [pending, setPending] = useState(false);
  const me = screen.desk.me.id;
  const run = async (method: "PUT" | "DELETE", door: string, body?: unknown) => {
    setPending(true);
    await act(method, doorOf(row.id, door), body);
    setPending(false);
  };
  if (row.relay && row.counsellor?.id === me)
    return (
      <Bar>
        <p className="flex-1">
          {t("relayWaits", {
            to: row.relay.to?.name ?? (row.relay.skill ? t(`relaySkill.${row.relay.skill}`) : t("relayQueue")),
          })}
        </p>
        <Button onClick={() => void run("DELETE", "relay")}>{t("actions.cancelRelay")}</Button>
      </Bar>
    );
  if (!can.take) return null;
  const offered = row.offer?.to.id === me;
  return (
    <Bar>
      <div className="min-w-0 flex-1">
        {row.relay && <p className="font-medium">{t("relayFrom", { name: row.relay.from.name })}</p>}
        {panel.relayBrief && <p className="wrap-anywhere whitespace-pre-wrap">{panel.relayBrief}</p>}
        {!row.relay && <p className="text-ink-soft">{offered ? t("offeredHint") : t("takeHint")}</p>}
      </div>
      {offered && <Button onClick={() => void run("PUT", "offer", { accept: false })}>{t("letPass")}</Button>}
      <Button
        kind="primary"
        pending={pending}
        onClick={() => void (offered ? run("PUT", "offer", { accept: true }) : run("PUT", "assignment"))}
      >
        {t("actions.take")} <Kbd keys="p" />
      </Button>
    </Bar>
  );
}

function Bar({ children }: { children: React.ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3 border-t border-line bg-waiting-tint px-4 py-2">{children}</div>;
}
