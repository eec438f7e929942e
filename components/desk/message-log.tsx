"use client";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { MessageView, ThreadView } from "@/lib/contract/views";
import { Button } from "@/components/ui/button";
import { useDesk } from "./desk-context";
import { ThreadLineItem } from "./thread-line";
import { threadLines } from "./thread-lines";
import { doorOf } from "./use-act";
import { TypingLine } from "./typing-line";

const NEAR_BOTTOM = 80;

/** The messages, newest at the bottom and in sight; a screen reader hears each new one. */
export function MessageLog({ thread }: { thread: ThreadView }) {
  const { screen, live, outgoing, act } = useDesk();
  const t = useTranslations("desk");
  const format = useFormatter();
  const scroller = useRef<HTMLDivElement>(null);
  const atBottom = useRef(true);
  const [below, setBelow] = useState(false);
  const { row, messages, can } = thread;
  const mine = outgoing.filter((item) => item.lane === row.id);
  const day = (at: string) => format.dateTime(new Date(at), { year: "numeric", month: "2-digit", day: "2-digit" });
  const lines = threadLines(thread, mine, day);
  const last = messages.at(-1);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    if (atBottom.current) element.scrollTop = element.scrollHeight;
    else setBelow(true);
  }, [last?.seq, thread.notes.length, mine.length]);

  useReadMark(thread, can.reply);

  const older = async () => {
    const element = scroller.current;
    const before = messages[0]?.seq;
    if (!before || !element) return;
    const height = element.scrollHeight;
    const page = await act<{ messages: MessageView[]; more: boolean }>("GET", `${doorOf(row.id, "messages")}?before=${before}`);
    if (!page) return;
    live.editThread(row.id, (now) => ({ ...now, messages: [...page.messages, ...now.messages], more: page.more }));
    // What was being read stays where it was.
    requestAnimationFrame(() => (element.scrollTop += element.scrollHeight - height));
  };

  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        tabIndex={0}
        role="log"
        aria-label={t("messages")}
        className="h-full overflow-y-auto px-4 py-2 focus-inset"
        onScroll={({ currentTarget: element }) => {
          atBottom.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_BOTTOM;
          if (atBottom.current) setBelow(false);
        }}
      >
        {thread.more && (
          <div className="flex justify-center py-2">
            <Button onClick={() => void older()}>{t("older")}</Button>
          </div>
        )}
        <ul>
          {lines.map((line) => (
            <ThreadLineItem key={line.key} line={line} myId={screen.desk.me.id} number={row.number} />
          ))}
        </ul>
        <TypingLine />
      </div>
      {below && (
        <Button
          kind="primary"
          className="absolute inset-x-0 bottom-3 mx-auto w-fit"
          onClick={() => {
            const element = scroller.current;
            if (element) element.scrollTop = element.scrollHeight;
          }}
        >
          {t("newBelow")}
        </Button>
      )}
    </div>
  );
}

/** What its counsellor has in sight is read; a hidden tab reads nothing. */
function useReadMark(thread: ThreadView, mine: boolean): void {
  const { act } = useDesk();
  const seq = thread.messages.findLast((message) => message.author.kind === "visitor")?.seq ?? 0;
  const known = thread.receipts.counsellorRead;
  const id = thread.row.id;
  useEffect(() => {
    if (!mine || seq <= known) return;
    const mark = () => document.visibilityState === "visible" && void act("PUT", doorOf(id, "read"), { seq });
    mark();
    document.addEventListener("visibilitychange", mark);
    return () => document.removeEventListener("visibilitychange", mark);
  }, [act, mine, id, seq, known]);
}
