"use client";
import { useTranslations } from "next-intl";
import { useShortcuts } from "@/components/shell/shortcuts";
import { offersToMe, useDesk } from "./desk-context";
import { doorOf } from "./use-act";
import type { Sections } from "./sort-rows";

/** The list by keyboard: up and down, take the first that waits, answer an offer. */
export function useListKeys(sections: Sections): void {
  const t = useTranslations("desk.shortcuts");
  const { select, selectedId, act, screen } = useDesk();
  const order = [...sections.waiting, ...sections.mine, ...sections.team, ...sections.bot].map((row) => row.id);
  const go = (step: number) => {
    const at = selectedId === null ? -1 : order.indexOf(selectedId);
    const next = order[at < 0 ? (step > 0 ? 0 : order.length - 1) : Math.max(0, Math.min(order.length - 1, at + step))];
    if (next) select(next);
  };
  const takeFirst = async () => {
    const first = sections.waiting[0];
    if (first && (await act("PUT", doorOf(first.id, "assignment")))) select(first.id);
  };
  const answer = async (accept: boolean) => {
    const offer = offersToMe(screen.desk.rows, screen.desk.me.id)[0];
    if (offer && (await act("PUT", doorOf(offer.id, "offer"), { accept })) && accept) select(offer.id);
  };
  const group = t("list");
  useShortcuts([
    { keys: "j", label: t("next"), group, run: () => go(1) },
    { keys: "k", label: t("previous"), group, run: () => go(-1) },
    { keys: "g", label: t("takeFirst"), group, run: () => void takeFirst() },
    { keys: "a", label: t("accept"), group, run: () => void answer(true) },
    { keys: "x", label: t("letPass"), group, run: () => void answer(false) },
  ]);
}
