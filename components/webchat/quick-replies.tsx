import type { QuickReply } from "@/lib/contract/views";

/** The bot's proposals; the field stays there for one's own words. */
export function QuickReplies({ replies, onChoose }: { replies: readonly QuickReply[]; onChoose: (reply: QuickReply) => void }) {
  if (replies.length === 0) return null;
  return (
    <ul className="mt-3 flex flex-col gap-2 md:max-w-[34rem]">
      {replies.map((reply) => (
        <li key={reply.payload}>
          <button
            type="button"
            data-early=""
            onClick={() => onChoose(reply)}
            className="min-h-12 w-full rounded border border-edge bg-sheet px-4 py-2 text-left text-chat font-medium text-accent hover:bg-well"
          >
            {reply.title}
          </button>
        </li>
      ))}
    </ul>
  );
}
