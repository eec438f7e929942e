"use client";
import { Lock, SendHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { MESSAGE_LIMIT, NOTE_LIMIT } from "@/lib/contract/limits";
import type { ThreadView } from "@/lib/contract/views";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { CONTROL } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import { useOptions } from "@/components/ui/use-options";
import { useShortcuts } from "@/components/shell/shortcuts";
import { CannedList } from "./canned-list";
import { useDesk } from "./desk-context";
import { EmojiMenu } from "./emoji-menu";
import { askedFor, findCanned, insertCanned } from "./find-canned";
import { useComposed, type Mode } from "./use-composed";

const TYPING_EVERY_MS = 3000;
const WARN_AT = 200;

/** Where a reply or a note is written. The note changes the whole composer's colour and its button's words. */
export function Composer({ thread }: { thread: ThreadView }) {
  const { send, live, cannedReplies } = useDesk();
  const t = useTranslations("desk.composer");
  const { row, can } = thread;
  const composed = useComposed(row.id);
  const mode: Mode = can.reply ? (can.note ? composed.mode : "reply") : "note";
  const text = composed.texts[mode];
  const field = useRef<HTMLTextAreaElement>(null);
  const lastTyping = useRef(0);
  const [caret, setCaret] = useState(0);
  const [dismissed, setDismissed] = useState("");
  const listId = useId();

  const asked = mode === "reply" ? askedFor(text, caret) : null;
  const found = asked === null || dismissed === text ? [] : findCanned(cannedReplies, asked, row.language);
  const list = useOptions(found.length, listId, (index) => found[index] && insert(found[index].text, true));

  function insert(words: string, canned: boolean) {
    const at = field.current?.selectionStart ?? text.length;
    const next = canned
      ? insertCanned(text, at, words)
      : { text: text.slice(0, at) + words + text.slice(at), caret: at + words.length };
    composed.write(mode, next.text);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(next.caret, next.caret);
      setCaret(next.caret);
    });
  }
  function submit() {
    if (text.trim() === "" || text.length > limit) return;
    send(row.id, { kind: mode, text });
    composed.sent(mode);
    live.typing(row.id, false, mode);
    field.current?.focus();
  }
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    } else if (found.length > 0 && event.key === "Escape") {
      event.preventDefault();
      setDismissed(text);
    } else if (found.length > 0) list.onKeyDown(event);
  }
  const turn = (next: Mode) => {
    composed.turn(next);
    field.current?.focus();
  };
  useShortcuts([
    ...(can.reply ? [{ keys: "r", label: t("toReply"), group: t("group"), run: () => turn("reply") }] : []),
    ...(can.note ? [{ keys: "n", label: t("toNote"), group: t("group"), run: () => turn("note") }] : []),
  ]);
  // A conversation of one's own is opened to be answered; on a telephone the keyboard would cover it.
  useEffect(() => {
    if (can.reply && !window.matchMedia("(pointer: coarse)").matches) field.current?.focus();
  }, [can.reply]);

  const limit = mode === "reply" ? MESSAGE_LIMIT : NOTE_LIMIT;
  const left = limit - text.length;
  const label = mode === "reply" ? t("replyLabel") : t("noteLabel");
  return (
    <form
      className={classNames("border-t px-4 py-2", mode === "note" ? "border-note-line bg-note-tint" : "border-line bg-paper")}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="flex items-center gap-1 pb-1.5" role="group" aria-label={t("mode")}>
        {can.reply && <ModeButton mode="reply" on={mode === "reply"} label={t("reply")} onPress={() => turn("reply")} />}
        {can.note && <ModeButton mode="note" on={mode === "note"} label={t("note")} onPress={() => turn("note")} />}
        {mode === "note" && <span className="ms-2 text-table text-note">{t("noteHint")}</span>}
        {left < WARN_AT && (
          <span className={classNames("ms-auto text-table tabular-nums", left < 0 ? "font-medium text-danger" : "text-ink-soft")}>
            {t("left", { count: left })}
          </span>
        )}
      </div>
      <div className="relative">
        <CannedList id={listId} found={found} list={list} onChoose={(canned) => insert(canned.text, true)} />
        <textarea
          ref={field}
          aria-label={label}
          placeholder={mode === "reply" ? t("replyPlaceholder") : t("notePlaceholder")}
          aria-autocomplete={mode === "reply" ? "list" : undefined}
          aria-controls={found.length > 0 ? listId : undefined}
          aria-activedescendant={found.length > 0 ? list.activeId : undefined}
          rows={2}
          value={text}
          onChange={(event) => {
            composed.write(mode, event.target.value);
            setCaret(event.target.selectionStart);
            list.setActive(0);
            if (event.timeStamp - lastTyping.current < TYPING_EVERY_MS) return;
            lastTyping.current = event.timeStamp;
            live.typing(row.id, true, mode);
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
          className={classNames(
            CONTROL,
            "field-sizing-content max-h-[33vh] min-h-15 resize-none",
            mode === "note" && "border-note-line",
          )}
        />
      </div>
      <div className="flex items-center gap-2 pt-1.5">
        <EmojiMenu onChoose={(emoji) => insert(emoji, false)} />
        {mode === "reply" && <span className="hidden text-table text-ink-soft md:inline">{t("cannedHint")}</span>}
        <span className="ms-auto hidden md:inline">
          <Kbd keys="mod+enter" />
        </span>
        <Button
          type="submit"
          className="ms-auto md:ms-0"
          kind={mode === "note" ? "note" : "primary"}
          disabled={text.trim() === "" || left < 0}
          icon={<Icon of={mode === "note" ? Lock : SendHorizontal} size={16} />}
        >
          {mode === "note" ? t("addNote") : t("send")}
        </Button>
      </div>
    </form>
  );
}

function ModeButton({ mode, on, label, onPress }: { mode: Mode; on: boolean; label: string; onPress: () => void }) {
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={onPress}
      className={classNames(
        "flex min-h-8 items-center gap-1.5 rounded px-3",
        on
          ? mode === "note"
            ? "bg-note-fill font-medium text-on-note"
            : "bg-accent-fill font-medium text-on-accent"
          : "text-ink-soft hover:bg-well hover:text-ink",
      )}
    >
      {mode === "note" && <Icon of={Lock} size={16} />}
      {label}
    </button>
  );
}
