"use client";
import { Check, type LucideIcon } from "lucide-react";
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { buttonClass } from "./button";
import { classNames } from "./class-names";
import { fold } from "./fold";
import { Icon } from "./icon";
import { Kbd } from "./kbd";
import type { Align, Side } from "./place";
import { useFloating } from "./use-floating";

export interface MenuItem {
  id: string;
  label: string;
  icon?: LucideIcon;
  keys?: string;
  /** Destroys something. */
  danger?: boolean;
  disabled?: boolean;
  /** Of several, the chosen one: a tick instead of a picture. */
  checked?: boolean;
  onSelect: () => void;
}
export interface MenuGroup {
  label?: string;
  items: MenuItem[];
}

export interface MenuProps {
  /** The button's name, also when its content is a drawing. */
  label: string;
  groups: MenuGroup[];
  /** What the button shows. */
  children: ReactNode;
  className?: string;
  side?: Side;
  align?: Align;
}

/** A button that opens a list of things to do. Arrows, Home, End, first letters, Escape. */
export function Menu({ label, groups, children, className, side = "below", align = "start" }: MenuProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const typed = useRef({ text: "", at: 0 });
  const { anchor, floating, show, hide, settle } = useFloating<HTMLButtonElement, HTMLDivElement>(side, align);

  const items = () => [...(floating.current?.querySelectorAll<HTMLElement>("[role^=menuitem]:not([aria-disabled])") ?? [])];
  const focusAt = (index: number) =>
    items()
      .at(index % Math.max(1, items().length))
      ?.focus();
  const openAt = (index: number) => {
    show();
    focusAt(index);
  };

  function onKeyDown(event: KeyboardEvent) {
    const all = items();
    const at = all.findIndex((item) => item === document.activeElement);
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at <= 0 ? -1 : at - 1, Home: 0, End: -1 };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      focusAt(move);
    } else if (event.key === "Tab") {
      hide();
    } else if (event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey) {
      const fresh = event.timeStamp - typed.current.at > 600;
      typed.current = { text: fold((fresh ? "" : typed.current.text) + event.key), at: event.timeStamp };
      all.find((item) => fold(item.textContent ?? "").startsWith(typed.current.text))?.focus();
    }
  }

  const choose = (item: MenuItem) => {
    if (item.disabled) return;
    hide();
    anchor.current?.focus();
    item.onSelect();
  };

  return (
    <>
      <button
        ref={anchor}
        type="button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={`${id}-menu`}
        popoverTarget={`${id}-menu`}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          openAt(event.key === "ArrowDown" ? 0 : -1);
        }}
        className={className ?? buttonClass("quiet")}
      >
        {children}
      </button>
      <div
        ref={floating}
        id={`${id}-menu`}
        role="menu"
        aria-label={label}
        popover="auto"
        onKeyDown={onKeyDown}
        onToggle={(event) => {
          const opened = event.newState === "open";
          setOpen(opened);
          // Unseen until it is in its place: the browser opens it before it can be measured.
          event.currentTarget.style.visibility = "";
          if (!opened) return;
          settle();
          if (!floating.current?.contains(document.activeElement)) focusAt(0);
        }}
        className="invisible fixed m-0 max-h-[80dvh] max-w-80 min-w-52 overflow-y-auto rounded border border-line bg-sheet p-1 text-ink shadow-float"
      >
        {groups.map((group, index) => (
          <div
            key={group.label ?? index}
            role="group"
            aria-label={group.label}
            className={index > 0 ? "mt-1 border-t border-line pt-1" : undefined}
          >
            {group.label && (
              <p aria-hidden="true" className="px-3 py-1 text-table text-ink-soft">
                {group.label}
              </p>
            )}
            {group.items.map((item) => (
              <MenuLine key={item.id} item={item} onChoose={() => choose(item)} />
            ))}
          </div>
        ))}
      </div>
    </>
  );
}

function MenuLine({ item, onChoose }: { item: MenuItem; onChoose: () => void }) {
  const drawing = item.checked === true ? Check : item.icon;
  return (
    <button
      type="button"
      tabIndex={-1}
      role={item.checked === undefined ? "menuitem" : "menuitemradio"}
      aria-checked={item.checked}
      aria-disabled={item.disabled || undefined}
      onClick={onChoose}
      onPointerMove={(event) => !item.disabled && event.currentTarget.focus({ preventScroll: true })}
      className={classNames(
        "flex min-h-10 w-full items-center gap-3 rounded px-3 py-1.5 text-start focus-inset focus:bg-well aria-disabled:text-ink-soft",
        item.danger && "text-danger",
      )}
    >
      <span className="flex w-5 shrink-0 justify-center text-ink-soft">{drawing && <Icon of={drawing} />}</span>
      <span className="flex-1">{item.label}</span>
      {item.keys && <Kbd keys={item.keys} />}
    </button>
  );
}
