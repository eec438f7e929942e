import type { VisitorView } from "@/lib/contract/views";
import { ClosedHoursCard } from "./closed-hours-card";
import { DangerCard } from "./danger-card";
import { WaitCard } from "./wait-card";

/** What stands below the last line: help in danger, the wait, or that nobody is there. A person who is there needs none of it. */
export function ThreadCards({ view, now, writing }: { view: VisitorView; now: string; writing: boolean }) {
  const { conversation } = view;
  if (conversation === null || conversation.state === "active" || conversation.state === "closed") return null;
  const brief = conversation.urgent || writing || view.messages.at(-1)?.author.kind === "visitor";
  const closed = conversation.state === "waiting" && !view.line.open;
  return (
    <>
      {conversation.urgent && !closed && <DangerCard numbers={view.numbers} />}
      {conversation.state === "waiting" && view.line.open && <WaitCard wait={view.wait} brief={brief} />}
      {closed && <ClosedHoursCard view={view} now={now} />}
    </>
  );
}
