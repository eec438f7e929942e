"use client";

import { ArrowDown } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { fill } from "./fill";
import type { ChatActions, ChatState } from "./model";
import { backWords } from "./paris-time";
import { PrivacyNotice } from "./privacy-notice";
import { QuickReplies } from "./quick-replies";
import { ThreadCards } from "./thread-cards";
import { ThreadLines } from "./thread-lines";
import { botIsAnswering, openQuickReplies, timeline, type WelcomeMessage } from "./timeline";
import type { UnsentActions } from "./message-state";
import { TypingLine } from "./typing-line";
import { useStickToBottom } from "./use-stick-to-bottom";
import { useWords } from "./words";

interface Props {
  state: ChatState;
  actions: Pick<ChatActions, "send" | "atBottom" | "loadOlder"> & UnsentActions;
  welcome: readonly WelcomeMessage[];
  now: string;
  onPrivacy: () => void;
}

/** Bot and person in one thread, the newest at the bottom, with what stands below it. */
export function Thread({ state, actions, welcome, now, onPrivacy }: Props) {
  const words = useWords();
  const { view, pending, startingAgain } = state;
  const shown = useMemo(
    () => (startingAgain ? { conversation: null, messages: [], receipts: view.receipts } : view),
    [view, startingAgain],
  );
  const lines = useMemo(() => timeline(shown, pending, welcome), [shown, pending, welcome]);
  const replies = openQuickReplies(shown, pending, welcome);
  const last = lines.at(-1);
  const { scroller, content, atBottom, reading, onScroll, toBottom } = useStickToBottom(
    last?.key,
    last?.kind === "message" && last.mine !== null,
  );
  const [older, setOlder] = useState(false);
  const begun = shown.messages.length > 0 || pending.length > 0;
  const news = useNews(shown.messages.at(-1)?.seq ?? 0, atBottom);
  const typing = state.typing ? words.thread.typing : botIsAnswering(shown, pending) ? words.thread.botTyping : null;
  const back = backWords(view.line, now, words);

  const { atBottom: report } = actions;
  useEffect(() => report(atBottom), [report, atBottom]);

  const loadOlder = async () => {
    setOlder(true);
    await actions.loadOlder();
    setOlder(false);
  };

  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        onScroll={onScroll}
        tabIndex={0}
        role="region"
        aria-label={words.thread.label}
        className={classNames(
          "flex h-full overflow-y-auto overscroll-contain focus-inset [overflow-anchor:none]",
          // Before the first word the top matters: who answers here. From then on, the end.
          begun ? "flex-col-reverse" : "flex-col",
        )}
      >
        <div ref={content} className="mx-auto mb-auto w-full max-w-[44rem] px-4 pt-4 pb-3">
          {(shown.messages[0]?.seq ?? 1) > 1 ? (
            <button
              type="button"
              onClick={() => void loadOlder()}
              aria-disabled={older}
              className="min-h-12 w-full rounded border border-line text-chat font-medium text-accent"
            >
              {older ? words.thread.olderPending : words.thread.older}
            </button>
          ) : (
            <PrivacyNotice onMore={onPrivacy} />
          )}
          {!begun && back && <p className="mt-3 text-chat font-medium">{fill(words.welcome.closed, { when: back })}</p>}
          <ThreadLines lines={lines} now={now} quiet={older} actions={actions} />
          <TypingLine words={typing} />
          <QuickReplies replies={replies} onChoose={(reply) => actions.send(reply.title, reply)} />
          {!startingAgain && <ThreadCards view={view} now={now} writing={pending.length > 0} />}
        </div>
      </div>
      {!atBottom && (reading || news > 0) && (
        <button
          type="button"
          onClick={toBottom}
          className="absolute bottom-3 left-1/2 inline-flex min-h-12 -translate-x-1/2 items-center gap-2 rounded bg-accent-fill px-4 text-chat font-bold whitespace-nowrap text-on-accent shadow-float"
        >
          <Icon of={ArrowDown} />
          {reading ? words.thread.rest : news === 1 ? words.thread.newOne : fill(words.thread.newMany, { count: news })}
        </button>
      )}
    </div>
  );
}

/** How many came since the end was last in view. */
function useNews(seq: number, atBottom: boolean): number {
  const seen = useRef(seq);
  const [news, setNews] = useState(0);
  useEffect(() => {
    if (atBottom) seen.current = seq;
    setNews(Math.max(0, seq - seen.current));
  }, [seq, atBottom]);
  return news;
}
