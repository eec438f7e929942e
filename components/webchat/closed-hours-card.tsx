import { Moon } from "lucide-react";
import type { VisitorView } from "@/lib/contract/views";
import { Icon } from "@/components/ui/icon";
import { fill } from "./fill";
import { NumbersList, URGENT_NUMBERS } from "./numbers-list";
import { backWords } from "./paris-time";
import { useWords } from "./words";

/** Nobody is there: the message is kept, when people are back, who answers at night. */
export function ClosedHoursCard({ view, now }: { view: Pick<VisitorView, "line" | "numbers">; now: string }) {
  const words = useWords();
  const when = backWords(view.line, now, words);
  return (
    <section className="mt-5 rounded border border-l-4 border-line border-l-waiting-fill bg-waiting-tint px-4 py-4 text-chat">
      <h2 className="flex items-center gap-2 text-chat">
        <Icon of={Moon} className="shrink-0 text-waiting" />
        {words.closedHours.title}
      </h2>
      <p className="mt-2">{when ? fill(words.closedHours.back, { when }) : words.closedHours.backUnknown}</p>
      <p className="mt-1">{words.closedHours.robot}</p>
      <h3 className="mt-4 mb-2 text-chat">{words.closedHours.urgent}</h3>
      <NumbersList numbers={view.numbers} which={URGENT_NUMBERS} />
    </section>
  );
}
