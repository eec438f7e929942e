"use client";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";

const NAMED = ["mod", "shift", "alt", "enter", "escape", "up", "down", "left", "right", "space", "delete"] as const;
const MAC: Partial<Record<string, string>> = { mod: "⌘", shift: "⇧", alt: "⌥" };
const ARROWS: Partial<Record<string, string>> = { up: "↑", down: "↓", left: "←", right: "→" };

const never = () => () => undefined;
const onMac = () => /Mac|iPhone|iPad/.test(navigator.platform);

/** Keys as people know them on their keyboard: `mod+enter` is Ctrl Entrée, or ⌘ Entrée on a Mac. */
export function Kbd({ keys }: { keys: string }) {
  const t = useTranslations("common.keys");
  const mac = useSyncExternalStore(never, onMac, () => false);
  return (
    <span className="inline-flex gap-1 whitespace-nowrap">
      {keys.split("+").map((key) => {
        const name = NAMED.find((named) => named === key);
        const shown = (mac ? MAC[key] : undefined) ?? ARROWS[key];
        return (
          <kbd
            key={key}
            className="min-w-6 rounded border border-line bg-sheet px-1 text-center font-sans text-table text-ink-soft"
          >
            {shown && name ? (
              <abbr title={t(name)} className="no-underline">
                {shown}
              </abbr>
            ) : name ? (
              t(name)
            ) : (
              key.toUpperCase()
            )}
          </kbd>
        );
      })}
    </span>
  );
}
