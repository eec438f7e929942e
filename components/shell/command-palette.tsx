"use client";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { matches } from "@/components/ui/fold";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import { useOptions } from "@/components/ui/use-options";
import { useAllCommands, type Command } from "./commands";

/** Ctrl K: find a page, a conversation or a command by a few letters. */
export function CommandPalette({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations("shell.palette");
  return (
    <Dialog open={open} onClose={onClose} title={t("title")} titleHidden shape="top">
      <Finder onClose={onClose} />
    </Dialog>
  );
}

function Finder({ onClose }: { onClose: () => void }) {
  const t = useTranslations("shell.palette");
  const listId = useId();
  const [query, setQuery] = useState("");
  const commands = useAllCommands();
  const found = byGroup(commands.filter((command) => matches(query, `${command.label} ${command.keywords ?? ""}`)));

  const run = (index: number) => {
    const command = found[index];
    if (!command) return;
    onClose();
    command.run();
  };
  const list = useOptions(found.length, listId, run);

  return (
    <>
      <div className="sticky top-0 flex items-center gap-3 border-b border-line bg-sheet px-4">
        <Icon of={Search} className="shrink-0 text-ink-soft" />
        <input
          data-autofocus
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={list.activeId}
          aria-label={t("title")}
          autoComplete="off"
          placeholder={t("placeholder")}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            list.setActive(0);
          }}
          onKeyDown={list.onKeyDown}
          className="min-h-13 flex-1 bg-transparent text-chat outline-none"
        />
        <Kbd keys="escape" />
      </div>
      <div id={listId} role="listbox" aria-label={t("title")} className="p-1">
        {found.map((command, index) => (
          <div key={command.id} role="presentation">
            {found[index - 1]?.group !== command.group && (
              <p aria-hidden="true" className="px-3 pt-3 pb-1 text-table text-ink-soft">
                {command.group}
              </p>
            )}
            <div
              id={list.optionId(index)}
              role="option"
              aria-selected={index === list.active}
              onPointerMove={() => list.setActive(index)}
              onClick={() => run(index)}
              className="flex min-h-10 cursor-pointer items-center gap-3 rounded px-3 aria-selected:bg-accent-tint"
            >
              <span className="flex w-5 justify-center text-ink-soft">{command.icon && <Icon of={command.icon} />}</span>
              <span className="flex-1">{command.label}</span>
              {command.keys && <Kbd keys={command.keys} />}
            </div>
          </div>
        ))}
      </div>
      <p role="status" className={found.length === 0 ? "px-4 pb-4 text-ink-soft" : "sr-only"}>
        {found.length === 0 ? t("empty", { query }) : ""}
      </p>
    </>
  );
}

/** Groups stay together, in the order in which each first appeared. */
function byGroup(commands: readonly Command[]): Command[] {
  const groups = [...new Set(commands.map((command) => command.group))];
  return groups.flatMap((group) => commands.filter((command) => command.group === group));
}
