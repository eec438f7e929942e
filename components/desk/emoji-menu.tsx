"use client";
import { SmilePlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef } from "react";
import { Icon } from "@/components/ui/icon";

/** The few that a counsellor uses; the system's own picker has the others. */
const EMOJI = [
  "🙂",
  "😊",
  "😌",
  "🤗",
  "🙏",
  "👍",
  "👏",
  "💪",
  "❤️",
  "💙",
  "🌱",
  "☀️",
  "✨",
  "🕊️",
  "😔",
  "😢",
  "😟",
  "😮",
  "🤔",
  "👀",
  "👋",
  "✅",
  "📱",
  "🔒",
];

/** A small grid of emoji for the words to a child; never part of the interface itself. */
export function EmojiMenu({ onChoose }: { onChoose: (emoji: string) => void }) {
  const t = useTranslations("desk.composer");
  const id = useId();
  const popover = useRef<HTMLDivElement>(null);
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={t("emoji")}
        title={t("emoji")}
        className="flex size-10 items-center justify-center rounded text-ink-soft [anchor-name:--emoji] hover:bg-well hover:text-ink"
      >
        <Icon of={SmilePlus} />
      </button>
      <div
        ref={popover}
        id={id}
        popover="auto"
        role="group"
        aria-label={t("emoji")}
        className="fixed inset-auto [bottom:anchor(top)] bottom-16 [left:anchor(left)] m-0 ms-2 rounded border border-line bg-sheet p-2 shadow-float [position-anchor:--emoji]"
      >
        <div className="grid grid-cols-6">
          {EMOJI.map((emoji) => (
            <button
              key={emoji}
              type="button"
              className="flex size-10 items-center justify-center rounded text-chat hover:bg-well"
              onClick={() => {
                popover.current?.hidePopover();
                onChoose(emoji);
              }}
            >
              {emoji}
            </button>
          ))}
        </div>
      </div>
    </>
  );
}
