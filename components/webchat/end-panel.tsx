"use client";

import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Feedback } from "./model";
import { useWords } from "./words";

interface Props {
  given: boolean;
  onFeedback: (feedback: Feedback) => Promise<boolean>;
  onAgain: () => void;
}

/** After the end: two questions that need no answer, and the way back in. It stands where the field stood. */
export function EndPanel({ given, onFeedback, onAgain }: Props) {
  const words = useWords().feedback;
  const [feedback, setFeedback] = useState<Feedback>({ helped: null, again: null });
  const [sending, setSending] = useState<"no" | "yes" | "failed">("no");
  const title = useId();
  const nothing = feedback.helped === null && feedback.again === null;

  const send = async () => {
    setSending("yes");
    setSending((await onFeedback(feedback)) ? "no" : "failed");
  };

  return (
    <section
      aria-labelledby={title}
      className="max-h-[60dvh] overflow-y-auto border-t border-line bg-sheet pb-[env(safe-area-inset-bottom)]"
    >
      <div className="mx-auto flex w-full max-w-[44rem] flex-col gap-3 p-4 text-chat">
        <h2 id={title} className="text-chat">
          {words.title}
        </h2>
        {given ? (
          <p role="status">{words.thanks}</p>
        ) : (
          <>
            <p className="text-ink-soft">{words.intro}</p>
            <Question
              words={words.helped}
              answer={feedback.helped}
              onAnswer={(helped) => setFeedback((before) => ({ ...before, helped }))}
            />
            <Question
              words={words.again}
              answer={feedback.again}
              onAnswer={(again) => setFeedback((before) => ({ ...before, again }))}
            />
            {sending === "failed" && (
              <p role="alert" className="text-danger">
                {words.failed}
              </p>
            )}
            {!nothing && (
              <Button size="chat" pending={sending === "yes"} onClick={() => void send()}>
                {words.send}
              </Button>
            )}
          </>
        )}
        <Button size="chat" kind="primary" onClick={onAgain}>
          {words.writeAgain}
        </Button>
      </div>
    </section>
  );
}

function Question({ words, answer, onAnswer }: { words: string; answer: boolean | null; onAnswer: (answer: boolean) => void }) {
  const { yes, no } = useWords().feedback;
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium">{words}</legend>
      <div className="grid grid-cols-2 gap-2">
        {([true, false] as const).map((value) => (
          <label
            key={String(value)}
            className="relative inline-flex min-h-12 items-center justify-center rounded border border-edge bg-paper px-4 font-medium has-checked:border-accent has-checked:bg-accent-tint has-checked:font-bold has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name={name}
              checked={answer === value}
              onChange={() => onAnswer(value)}
              className="absolute inset-0 appearance-none rounded outline-none"
            />
            {value ? yes : no}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
