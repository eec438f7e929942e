"use client";
import { ArrowLeft, Ellipsis, PanelRight, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ThreadView } from "@/lib/contract/views";
import { ChannelIcon } from "@/components/shell/channel-icon";
import { DangerMark } from "@/components/shell/danger-mark";
import { SkillIcon } from "@/components/shell/skill-icon";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { CloseDialog } from "./close-dialog";
import { useDesk } from "./desk-context";
import { RelayDialog } from "./relay-dialog";
import { ReleaseDialog } from "./release-dialog";
import { SidePanel } from "./side-panel";
import { useThreadKeys, type ThreadDialog } from "./use-thread-keys";

/** Who it is, who is here, and what can be done with the conversation. */
export function ThreadHeader({ thread }: { thread: ThreadView }) {
  const { select } = useDesk();
  const t = useTranslations("desk");
  const [dialog, setDialog] = useState<ThreadDialog | null>(null);
  useThreadKeys(thread, setDialog);
  const { row, can } = thread;
  const close = () => setDialog(null);
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-1.5">
      <span className="md:hidden">
        <IconButton icon={ArrowLeft} label={t("toList")} side="below" onClick={() => select(null)} />
      </span>
      <DangerMark level={row.danger} show="word" />
      <h2 className="text-chat font-medium tabular-nums">{t("visitor", { number: row.number })}</h2>
      <span className="flex items-center gap-3 text-table text-ink-soft">
        <ChannelIcon channel={row.channel} />
        <SkillIcon skill={row.skill} />
      </span>
      <Present />
      <span className="ms-auto flex items-center gap-1.5">
        {can.relay && row.relay === null && <Button onClick={() => setDialog("relay")}>{t("actions.relay")}</Button>}
        {can.close && row.state === "active" && <Button onClick={() => setDialog("close")}>{t("actions.close")}</Button>}
        {can.release && (
          <Menu
            label={t("actions.more")}
            align="end"
            className="flex size-10 items-center justify-center rounded text-ink-soft hover:bg-well hover:text-ink"
            groups={[
              {
                items: [
                  { id: "release", label: t("actions.release"), icon: Undo2, keys: "u", onSelect: () => setDialog("release") },
                ],
              },
            ]}
          >
            <Icon of={Ellipsis} />
          </Menu>
        )}
        <span className="xl:hidden">
          <IconButton icon={PanelRight} label={t("panel.open")} side="below" onClick={() => setDialog("panel")} />
        </span>
      </span>
      <RelayDialog open={dialog === "relay"} onClose={close} thread={thread} />
      <ReleaseDialog open={dialog === "release"} onClose={close} thread={thread} />
      <CloseDialog open={dialog === "close"} onClose={close} thread={thread} />
      <Dialog open={dialog === "panel"} onClose={close} title={t("panel.title")} shape="end">
        <SidePanel thread={thread} />
      </Dialog>
    </header>
  );
}

/** Collision shown: who else has this conversation open, who of them writes. */
function Present() {
  const { screen } = useDesk();
  const t = useTranslations("desk");
  const names = screen.activity.flatMap((signal) => (signal.who.kind === "staff" ? [signal.who.name] : []));
  if (names.length === 0) return null;
  return (
    <span role="status" className="rounded bg-waiting-tint px-2 py-0.5 text-table text-waiting">
      {t("alsoHere", { names: names.join(", ") })}
    </span>
  );
}
