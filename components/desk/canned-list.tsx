"use client";
import { useTranslations } from "next-intl";
import type { CannedReplyView } from "@/lib/contract/views";
import type { useOptions } from "@/components/ui/use-options";

interface CannedListProps {
  id: string;
  found: readonly CannedReplyView[];
  list: ReturnType<typeof useOptions>;
  onChoose: (canned: CannedReplyView) => void;
}

/** The canned replies that "/" asks for, above the field; arrows choose, Enter puts one in. */
export function CannedList({ id, found, list, onChoose }: CannedListProps) {
  const t = useTranslations("desk.composer");
  if (found.length === 0) return null;
  return (
    <ul
      id={id}
      role="listbox"
      aria-label={t("canned")}
      className="absolute inset-x-0 bottom-full z-1 mb-1 max-h-72 overflow-y-auto rounded border border-line bg-sheet p-1 shadow-float"
    >
      {found.map((canned, index) => (
        <li
          key={canned.id}
          id={list.optionId(index)}
          role="option"
          aria-selected={index === list.active}
          onPointerDown={(event) => event.preventDefault()}
          onPointerMove={() => list.setActive(index)}
          onClick={() => onChoose(canned)}
          className="cursor-pointer rounded px-3 py-1.5 aria-selected:bg-accent-tint"
        >
          <span className="font-medium">/{canned.shortcut}</span> <span className="text-ink-soft">{canned.title}</span>
          <span className="block truncate text-table text-ink-soft">{canned.text}</span>
        </li>
      ))}
    </ul>
  );
}
