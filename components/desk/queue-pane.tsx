"use client";
import { useTranslations } from "next-intl";
import { useMemo, useState, useSyncExternalStore } from "react";
import { onSecond, serverNow } from "@/components/ui/clock";
import { Elapsed } from "@/components/ui/elapsed";
import { EmptyState } from "@/components/ui/empty-state";
import { useDesk, useSupervises } from "./desk-context";
import { Filters } from "./filters";
import { OfferBanners } from "./offer-banners";
import { PresenceSwitch } from "./presence-switch";
import { RowLine } from "./row-line";
import { NO_FILTER, sortRows, waitsSince, type Filter, type SectionKey } from "./sort-rows";
import { ReassignBar } from "./reassign-bar";
import { useHeldSections } from "./use-held-sections";
import { useListKeys } from "./use-list-keys";

const MINUTE = 60_000;

/** The left column: what waits, what is mine, what colleagues have. */
export function QueuePane() {
  const { screen, selectedId, select, chosen, choose } = useDesk();
  const supervises = useSupervises();
  const t = useTranslations("desk");
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  // Ageing moves people up by the minute; the order needs no finer clock.
  const minute = useSyncExternalStore(
    onSecond,
    () => Math.floor(serverNow() / MINUTE),
    () => Math.floor(Date.parse(screen.desk.now) / MINUTE),
  );
  const { rows, me, settings } = screen.desk;
  const sorted = useMemo(
    () => sortRows(rows, { myId: me.id, now: minute * MINUTE, ageingMinutes: settings.ageingMinutes, filter }),
    [rows, me.id, minute, settings.ageingMinutes, filter],
  );
  const { sections, fresh, release, handlers } = useHeldSections(sorted);
  useListKeys(sections);
  // A counsellor's own few come first: an unread word of somebody they hold must never lie below the fold of a long queue.
  const keys: SectionKey[] = supervises ? ["waiting", "mine", "team", "bot"] : ["mine", "waiting", "team"];

  return (
    <section aria-label={t("list")} className="flex h-full min-h-0 flex-col">
      <PresenceSwitch />
      <OfferBanners />
      {supervises && <Filters rows={rows} filter={filter} onFilter={setFilter} />}
      <ReassignBar />
      <div className="min-h-0 flex-1 overflow-y-auto" {...handlers}>
        {keys.map((key) => (
          <div
            key={key}
            className={sections[key].length > 0 || key === "waiting" || (key === "mine" && !supervises) ? "" : "hidden"}
          >
            <SectionHead section={key} rows={sections[key]} fresh={fresh[key]} onFresh={release} />
            {sections[key].length > 0 ? (
              <ul aria-label={t(`sections.${key}`)}>
                {sections[key].map((row) => (
                  <RowLine
                    key={row.id}
                    row={row}
                    section={key}
                    selected={row.id === selectedId}
                    chosen={chosen.has(row.id)}
                    supervises={supervises}
                    masked={settings.maskPreviews}
                    myId={me.id}
                    select={select}
                    choose={choose}
                  />
                ))}
              </ul>
            ) : (
              <EmptySection section={key} />
            )}
          </div>
        ))}
      </div>
    </section>
  );
}

function SectionHead({
  section,
  rows,
  fresh,
  onFresh,
}: {
  section: SectionKey;
  rows: readonly { id: string }[];
  fresh: number;
  onFresh: () => void;
}) {
  const t = useTranslations("desk");
  const { screen } = useDesk();
  const { me } = screen.desk;
  const longest = section === "waiting" ? longestWait(rows as Parameters<typeof longestWait>[0]) : null;
  return (
    <div className="sticky top-0 z-1 flex min-h-10 items-center gap-2 border-b border-line bg-paper px-3">
      <h2 className="text-table font-medium">{t(`sections.${section}`)}</h2>
      <span className="text-table text-ink-soft tabular-nums">
        {section === "mine" ? t("load", { count: rows.length, capacity: me.capacity }) : rows.length}
      </span>
      {fresh > 0 && (
        <button
          type="button"
          onClick={onFresh}
          className="min-h-7 rounded border border-edge bg-sheet px-2 text-table hover:bg-well"
        >
          {t("fresh", { count: fresh })}
        </button>
      )}
      {longest && (
        <span className="ms-auto text-table text-ink-soft">
          {t("longest")} <Elapsed since={longest} face="clock" className="font-medium text-waiting tabular-nums" />
        </span>
      )}
    </div>
  );
}

function longestWait(rows: readonly Parameters<typeof waitsSince>[0][]): string | null {
  return rows
    .map(waitsSince)
    .reduce((oldest, since) => (since !== null && (oldest === null || since < oldest) ? since : oldest), null);
}

function EmptySection({ section }: { section: SectionKey }) {
  const t = useTranslations("desk");
  return <EmptyState title={t(`empty.${section}.title`)}>{t(`empty.${section}.text`)}</EmptyState>;
}
