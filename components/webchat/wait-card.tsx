import { Hourglass } from "lucide-react";
import type { WaitView } from "@/lib/contract/views";
import { Icon } from "@/components/ui/icon";
import { fill } from "./fill";
import { useWords, type ChatWords } from "./words";

/**
 * An honest wait: place, range, what happens next, something useful to do meanwhile.
 * @param brief the person goes on writing: their words need the room more than the advice does
 */
export function WaitCard({ wait, brief }: { wait: WaitView | null; brief: boolean }) {
  const words = useWords().wait;
  return (
    <section className="mt-5 rounded border border-l-4 border-line border-l-waiting-fill bg-waiting-tint px-4 py-4 text-chat">
      <h2 className="flex items-center gap-2 text-chat">
        <Icon of={Hourglass} className="shrink-0 text-waiting" />
        {words.title}
      </h2>
      <div role="status" className="mt-2">
        {wait && <p className="text-title font-bold">{placeWords(wait, words)}</p>}
        <p className={wait?.range ? "text-title text-waiting" : undefined}>{rangeWords(wait, words)}</p>
      </div>
      <p className="mt-2">{words.next}</p>
      {wait && wait.place > 1 && <p className="mt-1 text-table text-ink-soft">{words.urgentFirst}</p>}
      <details open={!brief} className="mt-2">
        <summary className="flex min-h-12 items-center font-bold underline underline-offset-4">{words.meanwhileTitle}</summary>
        <ul className="list-disc space-y-1 pl-5 marker:text-waiting">
          <li>{words.meanwhile1}</li>
          <li>{words.meanwhile2}</li>
          <li>{words.meanwhile3}</li>
          <li>{words.meanwhileImages}</li>
        </ul>
      </details>
    </section>
  );
}

function placeWords({ place }: WaitView, words: ChatWords["wait"]): string {
  return place <= 1 ? words.placeFirst : fill(words.place, { place });
}

function rangeWords(wait: WaitView | null, words: ChatWords["wait"]): string {
  if (!wait?.range) return words.unknown;
  const { min, max } = wait.range;
  if (max <= 1) return words.rangeMinute;
  return fill(min < 1 || min === max ? words.rangeShort : words.range, { min, max });
}
