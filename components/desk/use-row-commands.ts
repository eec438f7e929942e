"use client";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { ConversationRow } from "@/lib/contract/views";
import type { Command } from "@/components/shell/commands";

/** Every conversation by its number in the command palette; made anew when one comes or goes, not with every word that arrives. */
export function useRowCommands(
  rows: readonly Pick<ConversationRow, "id" | "number">[],
  select: (id: string) => void,
): readonly Command[] {
  const t = useTranslations("desk");
  const listed = rows.map(({ id, number }) => `${id} ${number}`).join();
  return useMemo(
    () =>
      listed
        .split(",")
        .filter((entry) => entry !== "")
        .map((entry) => {
          const [id = "", number = ""] = entry.split(" ");
          return {
            id: `row.${id}`,
            label: t("visitor", { number: Number(number) }),
            group: t("conversations"),
            run: () => select(id),
          };
        }),
    [listed, select, t],
  );
}
