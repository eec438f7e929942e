"use client";
import { useTranslations } from "next-intl";
import type { ThreadView } from "@/lib/contract/views";
import { useCommands } from "@/components/shell/commands";
import { useShortcuts } from "@/components/shell/shortcuts";
import { useDesk } from "./desk-context";
import { doorOf } from "./use-act";

export type ThreadDialog = "relay" | "release" | "close" | "panel";

/** What can be done with the open conversation, by key and from the palette: only what may be done. */
export function useThreadKeys({ row, can }: ThreadView, open: (dialog: ThreadDialog) => void): void {
  const t = useTranslations("desk");
  const { act, select } = useDesk();
  const group = t("shortcuts.thread");
  const take = () => void act("PUT", doorOf(row.id, "assignment"));
  const doable = [
    { id: "take", keys: "p", label: t("actions.take"), may: can.take, run: take },
    { id: "relay", keys: "l", label: t("actions.relay"), may: can.relay && row.relay === null, run: () => open("relay") },
    { id: "release", keys: "u", label: t("actions.release"), may: can.release, run: () => open("release") },
    { id: "close", keys: "c", label: t("actions.close"), may: can.close && row.state === "active", run: () => open("close") },
    { id: "panel", keys: "i", label: t("panel.open"), may: true, run: () => focusPanel(() => open("panel")) },
    { id: "list", keys: "escape", label: t("toList"), may: true, run: () => select(null) },
  ].filter((command) => command.may);
  useShortcuts(doable.map(({ keys, label, run }) => ({ keys, label, group, run })));
  useCommands(doable.map(({ id, keys, label, run }) => ({ id: `thread.${id}`, keys, label, group, run })));
}

/** The panel beside the thread, or as a drawer where there is no room for it. */
function focusPanel(openDrawer: () => void): void {
  const panel = document.getElementById("side-panel");
  if (panel?.checkVisibility()) panel.focus();
  else openDrawer();
}
