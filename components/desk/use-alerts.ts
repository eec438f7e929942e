"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { dangerRank } from "@/lib/contract/danger";
import type { ConversationRow, DeskView } from "@/lib/contract/views";
import { announce } from "@/components/ui/live-region";
import { offersToMe } from "./desk-context";
import { chime } from "./chime";

interface Known {
  offers: Set<string>;
  urgent: Set<string>;
  unread: Map<string, number>;
}

/**
 * A sound, a spoken line and, with the tab in the background, a desktop notification: that something came, never what. Nothing sounds
 * for what was there when the page opened.
 */
export function useAlerts({ rows, me }: DeskView, sound: boolean): void {
  const t = useTranslations("desk.alerts");
  const known = useRef<Known | null>(null);
  useEffect(() => {
    const now = look(rows, me.id);
    const before = known.current;
    known.current = now;
    if (before === null) return;
    const tell = (text: string, urgent: boolean) => {
      announce(text, urgent ? "assertive" : "polite");
      if (sound) chime(urgent);
      if (document.hidden && "Notification" in window && Notification.permission === "granted")
        new Notification(text, { tag: "3018-desk", silent: true });
    };
    if ([...now.offers].some((id) => !before.offers.has(id))) tell(t("offer"), false);
    if ([...now.urgent].some((id) => !before.urgent.has(id))) tell(t("urgent"), true);
    if ([...now.unread].some(([id, count]) => count > (before.unread.get(id) ?? 0))) tell(t("message"), false);
  }, [rows, me.id, sound, t]);
}

function look(rows: readonly ConversationRow[], myId: string): Known {
  const mine = rows.filter((row) => row.counsellor?.id === myId && row.state === "active");
  return {
    offers: new Set(offersToMe(rows, myId).map((row) => row.id)),
    urgent: new Set(rows.filter((row) => row.state === "waiting" && dangerRank(row.danger) === 4).map((row) => row.id)),
    unread: new Map(mine.map((row) => [row.id, row.unread])),
  };
}
