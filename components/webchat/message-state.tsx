import { Check, CheckCheck, Clock, RotateCw } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { assertNever } from "@/lib/contract/assert-never";
import { Icon } from "@/components/ui/icon";
import { clockTime } from "./paris-time";
import type { Line, MineState } from "./timeline";
import { useWords } from "./words";

export interface UnsentActions {
  onRetry: (clientId: string) => void;
  /** The refused text goes back into the field. */
  onTakeBack: (clientId: string) => void;
}

interface Props {
  line: Extract<Line, { kind: "message" }>;
  state: MineState;
  clientId: string;
  actions: UnsentActions;
}

const DRAWING: Record<MineState, LucideIcon> = {
  sending: Clock,
  sent: Check,
  delivered: CheckCheck,
  read: CheckCheck,
  offline: Clock,
  unavailable: Clock,
  refused: RotateCw,
};

/** How far one's own word has come, in a drawing and a word; and what can be done about one that has not left. */
export function MessageState({ line, state, clientId, actions }: Props) {
  const { states } = useWords();
  const unsent = isUnsent(state);
  return (
    <div className="mt-1 flex max-w-[86%] flex-col items-end text-table text-ink-soft">
      <p className={unsent ? "flex items-start gap-1.5 font-medium text-waiting" : "flex items-center gap-1.5"}>
        <Icon of={DRAWING[state]} size={16} className={state === "read" ? "shrink-0 text-accent" : "mt-0.5 shrink-0"} />
        <span>
          {states[state]}
          {line.at && !unsent && state !== "sending" && <time dateTime={line.at}> · {clockTime(line.at)}</time>}
        </span>
      </p>
      {unsent && (
        <div className="-mr-2 flex gap-2">
          {state === "refused" && <StateAction label={states.edit} onPress={() => actions.onTakeBack(clientId)} />}
          <StateAction label={states.retry} onPress={() => actions.onRetry(clientId)} />
        </div>
      )}
    </div>
  );
}

function StateAction({ label, onPress }: { label: string; onPress: () => void }) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="min-h-12 rounded px-2 text-chat font-medium text-accent underline underline-offset-4"
    >
      {label}
    </button>
  );
}

/** It has not left: it waits, or it was refused. */
export function isUnsent(state: MineState): boolean {
  switch (state) {
    case "offline":
    case "unavailable":
    case "refused":
      return true;
    case "sending":
    case "sent":
    case "delivered":
    case "read":
      return false;
    default:
      return assertNever(state);
  }
}
