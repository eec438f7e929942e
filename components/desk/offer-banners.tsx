"use client";
import { useTranslations } from "next-intl";
import type { ConversationRow } from "@/lib/contract/views";
import { DangerMark } from "@/components/shell/danger-mark";
import { Button } from "@/components/ui/button";
import { Remaining } from "@/components/ui/elapsed";
import { offersToMe, useDesk } from "./desk-context";
import { doorOf } from "./use-act";

/** Conversations offered to me: one press takes, one lets pass; the time left is in sight. */
export function OfferBanners() {
  const { screen } = useDesk();
  const t = useTranslations("desk");
  const offers = offersToMe(screen.desk.rows, screen.desk.me.id);
  if (offers.length === 0) return null;
  return (
    <ul aria-label={t("offers")} className="border-b border-line">
      {offers.map((row) => (
        <OfferBanner key={row.id} row={row} />
      ))}
    </ul>
  );
}

function OfferBanner({ row }: { row: ConversationRow }) {
  const { act, select } = useDesk();
  const t = useTranslations("desk");
  const answer = async (accept: boolean) => {
    const done = await act("PUT", doorOf(row.id, "offer"), { accept });
    if (done && accept) select(row.id);
  };
  return (
    <li className="flex flex-col gap-2 bg-waiting-tint px-3 py-2">
      <span className="flex items-center gap-2">
        <DangerMark level={row.danger} show="word" />
        <span className="font-medium tabular-nums">{t("visitor", { number: row.number })}</span>
        <span className="ms-auto text-table text-ink-soft tabular-nums">
          {t("offerLeft")} {row.offer && <Remaining until={row.offer.expiresAt} />}
        </span>
      </span>
      <span className="flex gap-2">
        <Button
          kind="primary"
          className="flex-1"
          onClick={() => void answer(true)}
          aria-label={t("acceptNumber", { number: row.number })}
        >
          {t("accept")}
        </Button>
        <Button onClick={() => void answer(false)} aria-label={t("letPassNumber", { number: row.number })}>
          {t("letPass")}
        </Button>
      </span>
    </li>
  );
}
