"use client";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { announce } from "./live-region";
import { classNames } from "./class-names";
import { CONTROL, Field, type FieldWords } from "./field";
import { matches } from "./fold";
import { useFloating } from "./use-floating";
import { useOptions } from "./use-options";

export interface ComboOption {
  value: string;
  label: string;
  /** A quieter word behind it: its family, who is full, why not. */
  hint?: string;
  /** Words that find it without being shown. */
  keywords?: string;
}

export interface ComboBoxProps extends FieldWords {
  options: readonly ComboOption[];
  /** Chosen: the field is emptied, ready for the next. */
  onChoose: (value: string) => void;
  placeholder?: string;
  autoFocus?: boolean;
}

/** Type a few letters, choose with arrows and Enter: for lists too long to look through (tags, colleagues). */
export function ComboBox({ options, onChoose, placeholder, autoFocus, ...words }: ComboBoxProps) {
  const t = useTranslations("common");
  const listId = useId();
  const [query, setQuery] = useState("");
  const [open, setOpen] = useState(false);
  const { anchor, floating, show, hide, settle } = useFloating<HTMLInputElement, HTMLUListElement>("below", "start", true);
  const find = (wanted: string) =>
    options.filter((option) => matches(wanted, `${option.label} ${option.hint ?? ""} ${option.keywords ?? ""}`));
  const found = find(query);

  const close = () => {
    hide();
    setOpen(false);
  };
  const openList = () => {
    show();
    setOpen(true);
  };
  const choose = (index: number) => {
    const option = found[index];
    if (!option) return;
    setQuery("");
    close();
    onChoose(option.value);
  };
  const list = useOptions(found.length, listId, choose);

  return (
    <Field {...words}>
      {(ties) => (
        <>
          <input
            {...ties}
            ref={anchor}
            role="combobox"
            aria-expanded={open}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={open ? list.activeId : undefined}
            autoComplete="off"
            autoFocus={autoFocus}
            placeholder={placeholder}
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              list.setActive(0);
              openList();
              // The list may have changed its height: it is placed again once it has.
              requestAnimationFrame(settle);
              announce(t("results", { count: find(event.target.value).length }));
            }}
            onClick={openList}
            onBlur={close}
            onKeyDown={(event) => {
              if (event.key === "Escape" && open) {
                // Puts the list away, not the dialog around it.
                event.preventDefault();
                event.stopPropagation();
                close();
              } else if (!open && event.key === "ArrowDown") {
                event.preventDefault();
                openList();
              } else if (open) list.onKeyDown(event);
            }}
            className={classNames(CONTROL, "min-h-10")}
          />
          <ul
            ref={floating}
            id={listId}
            role="listbox"
            aria-label={words.label}
            popover="manual"
            className="fixed m-0 max-h-72 overflow-y-auto rounded border border-line bg-sheet p-1 text-ink shadow-float"
          >
            {found.map((option, index) => (
              <li
                key={option.value}
                id={list.optionId(index)}
                role="option"
                aria-selected={index === list.active}
                // The field keeps the focus; pressing is choosing.
                onPointerDown={(event) => event.preventDefault()}
                onPointerMove={() => list.setActive(index)}
                onClick={() => choose(index)}
                className="flex min-h-10 cursor-pointer items-center justify-between gap-3 rounded px-3 py-1.5 aria-selected:bg-accent-tint"
              >
                <span>{option.label}</span>
                {option.hint && <span className="text-table text-ink-soft">{option.hint}</span>}
              </li>
            ))}
            {found.length === 0 && (
              <li role="option" aria-selected="false" aria-disabled="true" className="px-3 py-2 text-ink-soft">
                {t("none")}
              </li>
            )}
          </ul>
        </>
      )}
    </Field>
  );
}
