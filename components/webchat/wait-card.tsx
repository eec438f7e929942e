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
    <section className="border-line border-l-waiting-fill bg-waiting-tint text-chat mt-5 rounded border border-l-4 px-4 py-4">
      <h2 className="text-chat flex items-center gap-2">
        <Icon of={Hourglass} className="text-waiting shrink-0" />
        {words.title}
      </h2>
      <div role="status" className="mt-2">
        {wait && <p className="text-title font-bold">{placeWords(wait, words)}</p>}
        <p className={wait?.range ? "text-title text-waiting" : undefined}>{rangeWords(wait, words)}</p>
      </div>
      <p className="mt-2">{words.next}</p>
      {wait && wait.place > 1 && <p className="text-table text-ink-soft mt-1">{words.urgentFirst}</p>}
      <details open={!brief} className="mt-2">
        <summary className="flex min-h-12 items-center font-bold underline underline-offset-4">{words.meanwhileTitle}</summary>
        <ul className="marker:text-waiting list-disc space-y-1 pl-5">
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
