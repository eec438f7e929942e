"use client";
import { useId, useRef, type KeyboardEvent, type ReactNode } from "react";
import { classNames } from "./class-names";

export interface Tab<V extends string> {
  id: V;
  label: string;
  badge?: ReactNode;
  content: ReactNode;
}

export interface TabsProps<V extends string> {
  label: string;
  tabs: readonly Tab<V>[];
  selected: V;
  onSelect: (id: V) => void;
  className?: string;
  /** Colours of the chosen tab, where it stands for a mode (a note is plum). */
  selectedClassName?: string;
}

/** One of several panels; arrows choose, Home and End go to the ends. */
export function Tabs<V extends string>({ label, tabs, selected, onSelect, className, selectedClassName }: TabsProps<V>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    const at = tabs.findIndex((tab) => tab.id === selected);
    const moves: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 };
    const move = moves[event.key];
    const next = move === undefined ? undefined : tabs.at(move % tabs.length);
    if (!next) return;
    event.preventDefault();
    onSelect(next.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(next.id)}"]`)?.focus();
  }

  return (
    <div className={className}>
      <div ref={list} role="tablist" aria-label={label} onKeyDown={onKeyDown} className="flex gap-1 border-b border-line">
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-tab-${tab.id}`}
            data-tab={tab.id}
            aria-selected={tab.id === selected}
            aria-controls={tab.id === selected ? `${id}-panel-${tab.id}` : undefined}
            tabIndex={tab.id === selected ? 0 : -1}
            onClick={() => onSelect(tab.id)}
            className={classNames(
              "-mb-px flex min-h-10 items-center gap-2 border-b-2 px-3 focus-inset transition-colors",
              tab.id === selected
                ? (selectedClassName ?? "border-accent-fill text-accent") + " font-medium"
                : "border-transparent text-ink-soft hover:text-ink",
            )}
          >
            {tab.label}
            {tab.badge}
          </button>
        ))}
      </div>
      {tabs
        .filter((tab) => tab.id === selected)
        .map((tab) => (
          <div key={tab.id} role="tabpanel" id={`${id}-panel-${tab.id}`} aria-labelledby={`${id}-tab-${tab.id}`}>
            {tab.content}
          </div>
        ))}
    </div>
  );
}
