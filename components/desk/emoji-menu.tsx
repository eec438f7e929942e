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
        className="text-ink-soft hover:bg-well hover:text-ink flex size-10 items-center justify-center rounded [anchor-name:--emoji]"
      >
        <Icon of={SmilePlus} />
      </button>
      <div
        ref={popover}
        id={id}
        popover="auto"
        role="group"
        aria-label={t("emoji")}
        className="border-line bg-sheet shadow-float fixed inset-auto [bottom:anchor(top)] bottom-16 [left:anchor(left)] m-0 ms-2 rounded border p-2 [position-anchor:--emoji]"
      >
        <div className="grid grid-cols-6">
          {EMOJI.map((emoji) => (
            <button
              key={emoji}
              type="button"
              className="hover:bg-well text-chat flex size-10 items-center justify-center rounded"
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
