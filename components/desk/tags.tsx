"use client";
import { X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { AXES, AXIS_LABELS, labelOf, TAXONOMY, type Axis } from "@/lib/contract/taxonomy";
import type { TaxonomyEntry } from "@/lib/contract/taxonomy/entry";
import type { ThreadView } from "@/lib/contract/views";
import { ComboBox } from "@/components/ui/combo-box";
import { Icon } from "@/components/ui/icon";
import { useDesk } from "./desk-context";
import { doorOf } from "./use-act";

/** Tags of the case: a few letters, accents forgiven, Enter. */
export function Tags({ thread: { row, panel, can } }: { thread: ThreadView }) {
  const { act } = useDesk();
  const t = useTranslations("desk.tags");
  const locale = useLocale() === "en" ? "en" : "fr";
  const options = useMemo(() => {
    const given = new Set(panel.tags.map((tag) => `${tag.axis} ${tag.code}`));
    return AXES.flatMap((axis) =>
      (TAXONOMY[axis] as readonly TaxonomyEntry[])
        .filter((entry) => !entry.retired && !given.has(`${axis} ${entry.code}`))
        .map((entry) => ({
          value: `${axis} ${entry.code}`,
          label: entry.labels[locale],
          hint: AXIS_LABELS[axis][locale],
          keywords: entry.code,
        })),
    );
  }, [panel.tags, locale]);
  const change = (method: "PUT" | "DELETE", axis: string, code: string) =>
    void act(method, doorOf(row.id, "tags"), { axis, code });

  return (
    <div className="flex flex-col gap-2">
      {panel.tags.length > 0 && (
        <ul aria-label={t("given")} className="flex flex-wrap gap-1.5">
          {panel.tags.map((tag) => {
            const label = labelOf(tag.axis as Axis, tag.code, locale);
            return (
              <li
                key={`${tag.axis} ${tag.code}`}
                className="flex min-h-8 items-center rounded border border-line bg-well ps-2"
                title={AXIS_LABELS[tag.axis as Axis]?.[locale]}
              >
                {label}
                {can.tag ? (
                  <button
                    type="button"
                    aria-label={t("remove", { label })}
                    onClick={() => change("DELETE", tag.axis, tag.code)}
                    className="flex size-8 items-center justify-center rounded text-ink-soft hover:text-ink"
                  >
                    <Icon of={X} size={16} />
                  </button>
                ) : (
                  <span className="pe-2" />
                )}
              </li>
            );
          })}
        </ul>
      )}
      {can.tag && (
        <ComboBox
          label={t("add")}
          labelHidden
          placeholder={t("placeholder")}
          options={options}
          onChoose={(value) => {
            const [axis, code] = value.split(" ") as [string, string];
            change("PUT", axis, code);
          }}
        />
      )}
      {!can.tag && panel.tags.length === 0 && <p className="text-ink-soft">{t("none")}</p>}
    </div>
  );
}
