import { Bot } from "lucide-react";
import type { MessageAuthor } from "@/lib/contract/views";
import { assertNever } from "@/lib/contract/assert-never";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { fill } from "./fill";
import { isUnsent, MessageState, type UnsentActions } from "./message-state";
import { clockTime } from "./paris-time";
import { keepPunctuation } from "./rich-text";
import { RichWords } from "./rich-words";
import type { Line } from "./timeline";
import { useWords, type ChatWords } from "./words";

/** Not gone yet: an outline of what it will be. */
const UNSENT_SURFACE = "rounded-br-none border border-dashed border-accent bg-accent-tint text-ink";

type Message = Extract<Line, { kind: "message" }>;

/**
 * A word in the thread. Side, surface, edge and heading tell the bot, the person who helps and oneself apart without reading; a
 * screen reader hears the author before every one.
 */
export function MessageLine({ line, actions }: { line: Message; actions: UnsentActions }) {
  const words = useWords();
  const { author, mine } = line;
  const name = authorName(author, words);
  return (
    <li className={classNames("flex flex-col", mine ? "items-end" : "items-start", line.first ? "mt-4" : "mt-1")}>
      {line.first && !mine && <AuthorHeading author={author} name={name} />}
      <div
        className={classNames(
          "max-w-[86%] rounded px-4 py-2.5 text-chat whitespace-pre-wrap md:max-w-[34rem]",
          mine && isUnsent(mine.state) ? UNSENT_SURFACE : surfaceOf(author),
        )}
      >
        <span className="sr-only">
          {name}
          {line.at && `, ${clockTime(line.at)}`}
          {" : "}
        </span>
        <span>{mine ? keepPunctuation(line.text) : <RichWords text={line.text} />}</span>
      </div>
      {mine?.shown && <MessageState line={line} state={mine.state} clientId={mine.clientId} actions={actions} />}
    </li>
  );
}

/** For the eye; the screen reader's is inside the bubble. */
function AuthorHeading({ author, name }: { author: MessageAuthor; name: string }) {
  return (
    <p aria-hidden="true" className="mb-1 flex items-center gap-1.5 text-table text-ink-soft">
      {author.kind === "bot" ? (
        <>
          <Icon of={Bot} size={16} />
          {name}
        </>
      ) : (
        <span className="font-bold text-accent">{name}</span>
      )}
    </p>
  );
}

function authorName(author: MessageAuthor, { thread }: ChatWords): string {
  switch (author.kind) {
    case "visitor":
      return thread.you;
    case "counsellor":
      return author.name === "" ? thread.team : fill(thread.counsellor, { name: author.name });
    case "bot":
    case "system":
      return thread.bot;
    default:
      return assertNever(author);
  }
}

function surfaceOf(author: MessageAuthor): string {
  switch (author.kind) {
    case "visitor":
      return "rounded-br-none bg-accent-fill text-on-accent";
    case "counsellor":
      return "rounded-bl-none border border-l-4 border-line border-l-accent bg-sheet";
    case "bot":
    case "system":
      return "rounded-bl-none border border-dashed border-edge/60 bg-well";
    default:
      return assertNever(author);
  }
}
