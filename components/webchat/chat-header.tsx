import { Ellipsis } from "lucide-react";
import type { VisitorConversation, WaitView } from "@/lib/contract/views";
import { assertNever } from "@/lib/contract/assert-never";
import { Icon } from "@/components/ui/icon";
import { fill } from "./fill";
import { QuickExitButton } from "./quick-exit-button";
import { useWords, type ChatWords } from "./words";

interface Props {
  conversation: VisitorConversation | null;
  wait: WaitView | null;
  exitUrl: string;
  embed: boolean;
  onOptions: () => void;
}

/** Who is there, and the way out. The way out comes first for a keyboard and last for the eye, at the top right. */
export function ChatHeader({ conversation, wait, exitUrl, embed, onOptions }: Props) {
  const words = useWords();
  const status = statusWords(conversation, wait, words);
  return (
    <header className="border-b border-line bg-sheet">
      <div className="mx-auto flex w-full max-w-[44rem] flex-row-reverse items-center gap-2 px-3 py-2 md:px-4">
        <QuickExitButton href={exitUrl} />
        <button
          type="button"
          onClick={onOptions}
          aria-label={words.header.options}
          className="inline-flex size-12 shrink-0 items-center justify-center rounded text-ink hover:bg-well"
        >
          <Icon of={Ellipsis} size={24} />
        </button>
        <div className="min-w-0 flex-1 overflow-hidden">
          <h1 className={embed ? "sr-only" : "text-title whitespace-nowrap"}>3018</h1>
          <p className={embed ? "text-table" : "hidden text-table md:block"}>
            <span className="font-medium">{status}</span>
            <span className={embed ? "hidden text-ink-soft md:inline" : "text-ink-soft"}> · {words.promise}</span>
          </p>
        </div>
      </div>
      {/* Its own row on a phone, given up in a frame and when the keyboard leaves little room. */}
      {!embed && (
        <p className="flex flex-wrap justify-between gap-x-4 border-t border-line px-4 py-1.5 text-table md:hidden [@media(max-height:30rem)]:hidden">
          <span className="font-medium">{status}</span>
          <span className="text-ink-soft">{words.promise}</span>
        </p>
      )}
    </header>
  );
}

function statusWords(conversation: VisitorConversation | null, wait: WaitView | null, { header }: ChatWords): string {
  const state = conversation?.state ?? "bot";
  switch (state) {
    case "bot":
      return header.bot;
    case "waiting":
      return wait ? fill(header.waitingPlace, { place: wait.place }) : header.waiting;
    case "active":
      return fill(header.active, { name: conversation?.counsellorName ?? header.someone });
    case "closed":
      return header.closed;
    default:
      return assertNever(state);
  }
}
