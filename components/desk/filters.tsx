"use client";
import { useTranslations } from "next-intl";
import { DANGER_LEVELS, type DangerLevel } from "@/lib/contract/danger";
import { CHANNELS, SKILLS } from "@/lib/contract/roles";
import type { ConversationRow } from "@/lib/contract/views";
import { DangerMark } from "@/components/shell/danger-mark";
import { classNames } from "@/components/ui/class-names";
import { Elapsed } from "@/components/ui/elapsed";
import { waitsSince, type Filter } from "./sort-rows";

interface FiltersProps {
  rows: readonly ConversationRow[];
  filter: Filter;
  onFilter: (filter: Filter) => void;
}

/** For supervisors: what waits by danger, skill and channel, each with its longest wait; a press narrows the list to it. */
export function Filters({ rows, filter, onFilter }: FiltersProps) {
  const t = useTranslations();
  const waiting = rows.filter((row) => waitsSince(row) !== null);
  return (
    <details className="group border-b border-line" open>
      <summary className="flex min-h-9 cursor-pointer items-center px-3 text-table font-medium focus-inset">
        {t("desk.queues")}
      </summary>
      <div className="flex flex-col gap-1.5 px-3 pb-2">
        <Line label={t("danger.label")}>
          {[...DANGER_LEVELS].reverse().map((level: DangerLevel) => (
            <Chip
              key={level}
              rows={waiting.filter((row) => row.danger === level)}
              on={filter.danger === level}
              onPress={(on) => onFilter({ ...filter, danger: on ? level : null })}
            >
              <DangerMark level={level} show="code" size="small" />
            </Chip>
          ))}
        </Line>
        <Line label={t("desk.bySkill")}>
          {SKILLS.map((skill) => (
            <Chip
              key={skill}
              rows={waiting.filter((row) => row.skill === skill)}
              on={filter.skill === skill}
              onPress={(on) => onFilter({ ...filter, skill: on ? skill : null })}
            >
              {t(`skills.${skill}`)}
            </Chip>
          ))}
        </Line>
        <Line label={t("desk.byChannel")}>
          {CHANNELS.map((channel) => (
            <Chip
              key={channel}
              rows={waiting.filter((row) => row.channel === channel)}
              on={filter.channel === channel}
              onPress={(on) => onFilter({ ...filter, channel: on ? channel : null })}
            >
              {t(`channels.${channel}`)}
            </Chip>
          ))}
        </Line>
      </div>
    </details>
  );
}

function Line({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div role="group" aria-label={label} className="flex flex-wrap gap-1.5">
      {children}
    </div>
  );
}

/** Nothing waits there: nothing to show, unless it is what the list is narrowed to. */
function Chip({
  rows,
  on,
  onPress,
  children,
}: {
  rows: readonly ConversationRow[];
  on: boolean;
  onPress: (on: boolean) => void;
  children: React.ReactNode;
}) {
  const longest = rows
    .map(waitsSince)
    .reduce((oldest, since) => (since !== null && (oldest === null || since < oldest) ? since : oldest), null);
  if (rows.length === 0 && !on) return null;
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={() => onPress(!on)}
      className={classNames(
        "flex min-h-8 items-center gap-1.5 rounded border px-2 text-table tabular-nums",
        on ? "border-accent-fill bg-accent-tint text-accent" : "border-line bg-sheet hover:bg-well",
      )}
    >
      {children} <span className="font-medium">{rows.length}</span>
      {longest && <Elapsed since={longest} face="clock" className="text-ink-soft" />}
    </button>
  );
}
