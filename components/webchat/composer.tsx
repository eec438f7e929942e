"use client";

import { ArrowUp, UserRound } from "lucide-react";
import { useEffect, useId, useImperativeHandle, useRef, useState, type KeyboardEvent, type Ref } from "react";
import { MESSAGE_LIMIT } from "@/lib/contract/limits";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { fill } from "./fill";
import { clearDraft, keepDraft, keptDraft } from "./draft";
import { useWords } from "./words";

/** From here on the count is said. */
const NEAR_LIMIT = 300;

export interface ComposerHandle {
  focus: () => void;
  /** Puts a text that was not accepted back under the person's fingers, above what they are writing. */
  put: (text: string) => void;
}

interface Props {
  handle: Ref<ComposerHandle>;
  /** "Parler à quelqu’un", unless somebody is there or on the way. */
  person: "offered" | "asked" | "not-needed";
  again: boolean;
  onSend: (text: string) => void;
  onPerson: () => void;
  onTyping: (typing: boolean) => void;
}

/**
 * The field belongs to the browser, not to React: words typed before the scripts have loaded stay. It is no form: sent without
 * scripts, a form would put the child's words into the address.
 */
export function Composer({ handle, person, again, onSend, onPerson, onTyping }: Props) {
  const words = useWords().composer;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [length, setLength] = useState(0);

  useEffect(() => {
    const element = field.current;
    if (!element) return;
    // What was typed before this script ran is only known now.
    if (element.value === "") element.value = keptDraft();
    setLength(element.value.length);
    fit(element);
  }, []);

  const changed = (element: HTMLTextAreaElement) => {
    setLength(element.value.length);
    keepDraft(element.value);
    fit(element);
    onTyping(element.value.trim() !== "");
  };

  useImperativeHandle(handle, () => ({
    focus: () => field.current?.focus(),
    put: (text) => {
      const element = field.current;
      if (!element) return;
      element.value = element.value === "" ? text : `${text}\n${element.value}`;
      changed(element);
      element.focus();
    },
  }));

  const send = () => {
    const element = field.current;
    if (!element || element.value.trim() === "" || element.value.length > MESSAGE_LIMIT) return;
    onSend(element.value);
    element.value = "";
    clearDraft();
    setLength(0);
    fit(element);
    onTyping(false);
    element.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    // On a phone Enter makes a new line: the button is under the thumb, and a half sentence sent by mistake frightens.
    if (window.matchMedia("(pointer: coarse)").matches) return;
    event.preventDefault();
    send();
  };

  const left = MESSAGE_LIMIT - length;
  return (
    <div className="border-t border-line bg-sheet pb-[env(safe-area-inset-bottom)]">
      <div className="mx-auto flex w-full max-w-[44rem] flex-col gap-2 px-3 py-2 md:px-4 md:py-3">
        {person !== "not-needed" && (
          <button
            type="button"
            data-early=""
            onClick={onPerson}
            aria-disabled={person === "asked"}
            className="inline-flex min-h-12 w-full items-center justify-center gap-2 rounded border border-accent bg-accent-tint px-4 text-chat font-bold text-accent hover:bg-well aria-disabled:border-line aria-disabled:font-medium"
          >
            <Icon of={UserRound} />
            {person === "asked" ? words.personAsked : words.person}
          </button>
        )}
        <div className="flex items-end gap-2">
          <label htmlFor={id} className="sr-only">
            {words.label}
          </label>
          <textarea
            id={id}
            ref={field}
            rows={1}
            defaultValue=""
            placeholder={again ? words.placeholderAgain : words.placeholder}
            onInput={(event) => changed(event.currentTarget)}
            onKeyDown={onKeyDown}
            onBlur={() => onTyping(false)}
            enterKeyHint="enter"
            autoComplete="off"
            aria-describedby={left <= NEAR_LIMIT ? `${id}-left` : undefined}
            aria-invalid={left < 0}
            className="max-h-[30dvh] min-h-12 flex-1 resize-none rounded border border-edge bg-paper px-3 py-2.5 text-chat"
          />
          <button
            type="button"
            data-early=""
            onClick={send}
            aria-disabled={length === 0 || left < 0}
            className={classNames(
              "inline-flex min-h-12 min-w-12 items-center justify-center gap-2 rounded px-3 text-chat font-bold transition-colors",
              length === 0 || left < 0 ? "bg-well text-ink-soft" : "bg-accent-fill text-on-accent hover:bg-accent-fill-hover",
            )}
          >
            <span className="sr-only md:not-sr-only">{words.send}</span>
            <Icon of={ArrowUp} size={24} />
          </button>
        </div>
        {left <= NEAR_LIMIT && (
          <p id={`${id}-left`} role="status" className={classNames("text-table", left < 0 ? "text-danger" : "text-ink-soft")}>
            {fill(left < 0 ? words.over : words.left, { count: Math.abs(left) })}
          </p>
        )}
      </div>
    </div>
  );
}

/** Grows with what is written, up to the maximum of its class. */
function fit(element: HTMLTextAreaElement): void {
  element.style.height = "auto";
  element.style.height = `${element.scrollHeight + 2}px`;
}
