import { fill } from "./fill";
import { MessageLine } from "./message-line";
import type { UnsentActions } from "./message-state";
import { dayName, parisTime } from "./paris-time";
import type { Line } from "./timeline";
import { useWords } from "./words";

/** The thread itself: announced as it grows, each word with its author. */
export function ThreadLines({
  lines,
  now,
  quiet,
  actions,
}: {
  lines: readonly Line[];
  now: string;
  /** While older lines are put above, which nobody should hear as news. */
  quiet: boolean;
  actions: UnsentActions;
}) {
  const words = useWords();
  return (
    <div role="log" aria-live={quiet ? "off" : "polite"} aria-relevant="additions" aria-label={words.thread.label}>
      <ol>
        {lines.map((line) => {
          switch (line.kind) {
            case "message":
              return <MessageLine key={line.key} line={line} actions={actions} />;
            case "marker":
              return <Divider key={line.key}>{fill(words.markers[line.code], { name: line.name ?? words.thread.team })}</Divider>;
            case "day":
              return <Divider key={line.key}>{dayName(line.day, parisTime(now).day, words)}</Divider>;
          }
        })}
      </ol>
    </div>
  );
}

/** What happened, between two lines: nobody's bubble. */
function Divider({ children }: { children: string }) {
  return (
    <li className="mt-4 flex items-center gap-3 text-table text-ink-soft before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      <span className="max-w-[75%] text-center">{children}</span>
    </li>
  );
}
