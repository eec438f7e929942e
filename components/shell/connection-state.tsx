"use client";
import { CloudOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { assertNever } from "@/lib/contract/assert-never";
import { Banner } from "@/components/ui/banner";
import { Elapsed } from "@/components/ui/elapsed";
import { announce } from "@/components/ui/live-region";
import { useConnection, type Connection } from "./connection";

const DOTS: Record<Connection["state"], string> = {
  live: "bg-accent",
  connecting: "border-2 border-waiting",
  stale: "bg-waiting",
  offline: "border-2 border-waiting",
};

/** Tells a screen reader when the link breaks and when it is back, not at the first connection; once, in the shell. */
export function useConnectionSpoken(): void {
  const t = useTranslations("shell.connection");
  const state = useConnection()?.state;
  const health = !state || state === "connecting" ? undefined : state === "live" ? "back" : "lost";
  const said = useRef<"back" | "lost">(undefined);
  useEffect(() => {
    if (!health || health === said.current) return;
    if (said.current) announce(t(health));
    said.current = health;
  }, [health, t]);
}

/** One quiet line: is what I see true, and how old is it? */
export function ConnectionState() {
  const connection = useConnection();

  if (!connection) return null;
  return (
    <p className="flex items-center gap-2 text-table whitespace-nowrap text-ink-soft">
      <span aria-hidden="true" className={`size-2.5 rounded-full ${DOTS[connection.state]}`} />
      <ConnectionWords connection={connection} />
    </p>
  );
}

function ConnectionWords({ connection: { state, syncedAt } }: { connection: Connection }) {
  const t = useTranslations("shell.connection");
  switch (state) {
    case "live":
      return (
        <span>
          {t("live")}
          {syncedAt && <> · {t.rich("synced", { age: () => <Elapsed since={syncedAt} face="seconds" /> })}</>}
        </span>
      );
    case "connecting":
      return <span>{t("connecting")}</span>;
    case "stale":
      return (
        <span className="text-waiting">
          {syncedAt ? t.rich("stale", { age: () => <Elapsed since={syncedAt} face="seconds" /> }) : t("connecting")}
        </span>
      );
    case "offline":
      return <span className="font-medium text-waiting">{t("offline")}</span>;
    default:
      return assertNever(state);
  }
}

/** The same, said loudly, when the link is gone: what is safe, and how old the screen is. */
export function OfflineBanner() {
  const t = useTranslations("shell.connection");
  const connection = useConnection();
  if (connection?.state !== "offline") return null;
  return (
    <section aria-label={t("label")}>
      <Banner tone="waiting" icon={CloudOff} title={t("offlineTitle")} edge>
        {t("offlineText")}
        {connection.syncedAt && (
          <> {t.rich("lastSync", { age: () => <Elapsed since={connection.syncedAt ?? ""} face="seconds" /> })}</>
        )}
      </Banner>
    </section>
  );
}
