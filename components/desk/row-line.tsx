"use client";
import { ArrowRightLeft, HandHelping } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { memo } from "react";
import { labelOf } from "@/lib/contract/taxonomy";
import type { ConversationRow } from "@/lib/contract/views";
import { ChannelIcon } from "@/components/shell/channel-icon";
import { DangerMark } from "@/components/shell/danger-mark";
import { SkillIcon } from "@/components/shell/skill-icon";
import { CountBadge } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import { Elapsed } from "@/components/ui/elapsed";
import { Icon } from "@/components/ui/icon";
import { waitsSince, type SectionKey } from "./sort-rows";

interface RowProps {
  row: ConversationRow;
  section: SectionKey;
  selected: boolean;
  chosen: boolean;
  supervises: boolean;
  masked: boolean;
  myId: string;
  select: (conversationId: string) => void;
  choose: (conversationId: string, chosen: boolean) => void;
}

/**
 * One line and a half of the desk: danger, who, first words, channel, skill, waiting time, unread, who has it. Drawn again only when
 * something of it changes: with 240 rows, a word that arrives would otherwise cost 20 ms.
 */
export const RowLine = memo(function RowLine(props: RowProps) {
  const { row, section, selected, chosen, supervises, masked, myId, select, choose } = props;
  const t = useTranslations("desk");
  const waiting = waitsSince(row);
  const href = `/inbox/${row.id}`;
  return (
    <li
      className={classNames(
        "relative flex min-h-14 items-stretch border-b border-line hover:bg-well",
        selected && "bg-accent-tint hover:bg-accent-tint",
      )}
    >
      {supervises && section !== "bot" && (
        <label className="flex w-9 shrink-0 items-center justify-center">
          <span className="sr-only">{t("chooseRow", { number: row.number })}</span>
          <input
            type="checkbox"
            checked={chosen}
            onChange={(event) => choose(row.id, event.target.checked)}
            className="size-4 accent-accent-fill"
          />
        </label>
      )}
      <a
        href={href}
        data-row={row.id}
        aria-current={selected ? "true" : undefined}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          select(row.id);
        }}
        className={classNames(
          "flex min-w-0 flex-1 gap-2.5 py-2 pe-3 focus-inset",
          supervises && section !== "bot" ? "ps-0" : "ps-3",
        )}
      >
        <span className="pt-0.5">
          <DangerMark level={row.danger} show="code" size="medium" />
        </span>
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2">
            <span className="truncate font-medium tabular-nums">{t("visitor", { number: row.number })}</span>
            <span className="ms-auto shrink-0 text-table text-ink-soft tabular-nums">
              {waiting ? (
                <Elapsed since={waiting} face="clock" className="font-medium text-waiting" />
              ) : (
                <Elapsed since={row.unansweredSince ?? row.lastMessageAt} />
              )}
            </span>
          </span>
          <span className="flex items-center gap-2 text-table text-ink-soft">
            <RowTags row={row} section={section} myId={myId} />
            <Words row={row} section={section} masked={masked} />
            <span className="ms-auto flex shrink-0 items-center gap-2">
              <ChannelIcon channel={row.channel} />
              {row.skill !== "listening" && <SkillIcon skill={row.skill} />}
              <CountBadge count={section === "mine" ? row.unread : 0} words={t("unread", { count: row.unread })} />
            </span>
          </span>
        </span>
      </a>
    </li>
  );
});

/** Offered to whom, passed by whom, with whom: only what this section does not say already. */
function RowTags({ row, section, myId }: Pick<RowProps, "row" | "section" | "myId">) {
  const t = useTranslations("desk");
  if (row.offer)
    return (
      <span className="flex max-w-[60%] shrink-0 items-center gap-1 truncate text-table text-ink-soft">
        <Icon of={HandHelping} size={16} />{" "}
        {row.offer.to.id === myId ? t("offeredToYou") : t("offeredTo", { name: row.offer.to.name })}
      </span>
    );
  if (row.relay)
    return (
      <span className="flex max-w-[60%] shrink-0 items-center gap-1 truncate text-table text-ink-soft">
        <Icon of={ArrowRightLeft} size={16} /> {t("relayFrom", { name: row.relay.from.name })}
      </span>
    );
  if (section === "team" && row.counsellor) return <span className="max-w-[60%] shrink-0 truncate">{row.counsellor.name} ·</span>;
  return null;
}

/** What it is about where somebody chooses; the last words where somebody answers. Words only for those who may read them. */
function Words({ row, section, masked }: Pick<RowProps, "row" | "section" | "masked">) {
  const locale = useLocale() === "en" ? "en" : "fr";
  const t = useTranslations("desk");
  if (row.preview !== null && !masked && (section === "mine" || row.topic === null))
    return <span className="truncate">{row.preview}</span>;
  return <span className="truncate">{row.topic ? labelOf("motif", row.topic, locale) : t("noTopic")}</span>;
}
