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
    <section className="border-line border-l-waiting-fill bg-waiting-tint text-chat mt-5 rounded border border-l-4 px-4 py-4">
      <h2 className="text-chat flex items-center gap-2">
        <Icon of={Moon} className="text-waiting shrink-0" />
        {words.closedHours.title}
      </h2>
      <p className="mt-2">{when ? fill(words.closedHours.back, { when }) : words.closedHours.backUnknown}</p>
      <p className="mt-1">{words.closedHours.robot}</p>
      <h3 className="text-chat mt-4 mb-2">{words.closedHours.urgent}</h3>
      <NumbersList numbers={view.numbers} which={URGENT_NUMBERS} />
    </section>
  );
}
