"use client";
import { Bot, Check, CheckCheck, Clock, Lock, RotateCcw } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { memo } from "react";
import type { MessageView, NoteView } from "@/lib/contract/views";
import type { Outgoing } from "@/components/realtime/send-queue";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { useDesk, type DeskBody } from "./desk-context";
import type { ThreadLine, Ticks } from "./thread-lines";

/** Bot, person, counsellor, note and event look unlike each other without reading (look.md). */
export function ThreadLineItem({ line, myId, number }: { line: ThreadLine; myId: string; number: number }) {
  const format = useFormatter();
  switch (line.kind) {
    case "day":
      return (
        <li className="flex items-center gap-3 py-2 text-table text-ink-soft">
          <span className="h-px flex-1 bg-line" />
          {format.dateTime(new Date(line.at), { weekday: "long", day: "numeric", month: "long" })}
          <span className="h-px flex-1 bg-line" />
        </li>
      );
    case "message":
      return line.message.marker ? (
        <Marker message={line.message} />
      ) : (
        <Message message={line.message} first={line.first} ticks={line.ticks} myId={myId} number={number} />
      );
    case "note":
      return <Note note={line.note} />;
    case "outgoing":
      return <Unsent item={line.item} />;
  }
}

function Time({ at }: { at: string }) {
  const format = useFormatter();
  return (
    <time dateTime={at} className="text-table text-ink-soft tabular-nums">
      {format.dateTime(new Date(at), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })}
    </time>
  );
}

const Marker = memo(function Marker({ message }: { message: MessageView }) {
  const t = useTranslations("markers");
  return (
    <li className="flex justify-center gap-2 py-1.5 text-table text-ink-soft">
      <span>{t(message.marker!.code, { name: message.marker!.name ?? "" })}</span>
      <Time at={message.at} />
    </li>
  );
});

const LOOKS = {
  visitor: "border-line bg-sheet me-auto border",
  bot: "border-edge text-ink-soft me-auto border border-dashed",
  counsellor: "bg-accent-tint ms-auto",
  system: "",
} as const;

type MessageProps = Pick<Extract<ThreadLine, { kind: "message" }>, "message" | "first" | "ticks"> & {
  myId: string;
  number: number;
};

/** Drawn once: what has been said does not change with what is said next. */
const Message = memo(function Message({ message, first, ticks, myId, number }: MessageProps) {
  const t = useTranslations("desk");
  const { author } = message;
  const name =
    author.kind === "bot"
      ? t("bot")
      : author.kind === "counsellor"
        ? author.id === myId
          ? t("me")
          : author.name
        : t("visitor", { number });
  return (
    <li className={classNames("flex flex-col gap-0.5", first ? "pt-3" : "pt-1")}>
      {first ? (
        <span
          className={classNames("flex items-center gap-2 text-table font-medium", author.kind === "counsellor" && "justify-end")}
        >
          {author.kind === "bot" && <Icon of={Bot} size={16} className="text-ink-soft" />}
          {name}
        </span>
      ) : (
        <span className="sr-only">{name}</span>
      )}
      <div className={classNames("w-fit max-w-thread rounded px-3 py-2", LOOKS[author.kind])}>
        <p className="wrap-anywhere whitespace-pre-wrap">{message.text}</p>
        {message.quickReplies.length > 0 && (
          <p className="mt-1 text-table text-ink-soft">{message.quickReplies.map((reply) => reply.title).join(" · ")}</p>
        )}
        <span className="flex items-center justify-end gap-1.5">
          <Time at={message.at} />
          {ticks && <TicksMark ticks={ticks} />}
        </span>
      </div>
    </li>
  );
});

function TicksMark({ ticks }: { ticks: Ticks }) {
  const t = useTranslations("desk.ticks");
  return (
    <span title={t(ticks)} className={ticks === "read" ? "text-accent" : "text-ink-soft"}>
      <Icon of={ticks === "sent" ? Check : CheckCheck} size={16} />
      <span className="sr-only">{t(ticks)}</span>
    </span>
  );
}

/** Full width, tinted, with a lock: nobody mistakes it for something the child has seen. */
function Note({ note }: { note: NoteView }) {
  const t = useTranslations("desk");
  return (
    <li className="my-2 rounded border-y border-note-line bg-note-tint px-4 py-2">
      <span className="flex items-center gap-2 text-table font-medium text-note">
        <Icon of={Lock} size={16} /> {t("noteBy", { name: note.author.name })} <Time at={note.at} />
      </span>
      <p className="wrap-anywhere whitespace-pre-wrap">{note.text}</p>
    </li>
  );
}

function Unsent({ item }: { item: Outgoing<DeskBody> }) {
  const t = useTranslations();
  const { resend, discard } = useDesk();
  const failed = item.state === "failed";
  return (
    <li className="flex flex-col items-end gap-1 pt-2">
      <div
        className={classNames(
          "w-fit max-w-thread rounded px-3 py-2",
          item.body.kind === "note" ? "bg-note-tint" : "bg-accent-tint",
          failed ? "border border-danger" : "opacity-80",
        )}
      >
        <p className="wrap-anywhere whitespace-pre-wrap">{item.body.text}</p>
      </div>
      {failed ? (
        <span role="alert" className="flex flex-wrap items-center justify-end gap-2 text-danger">
          {t("desk.notSent")} {t.has(`refusals.${item.reason as "invalid"}`) && t(`refusals.${item.reason as "invalid"}`)}
          <Button icon={<Icon of={RotateCcw} size={16} />} onClick={() => resend(item.clientId)}>
            {t("common.retry")}
          </Button>
          <Button onClick={() => discard(item.clientId)}>{t("desk.discard")}</Button>
        </span>
      ) : (
        <span className="flex items-center gap-1 text-table text-ink-soft">
          <Icon of={Clock} size={16} /> {t("desk.sending")}
        </span>
      )}
    </li>
  );
}
