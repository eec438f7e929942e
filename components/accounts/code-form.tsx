"use client";
import { useTranslations } from "next-intl";
import { useRef, useState, type FormEvent } from "react";
import { Button, type ButtonKind } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import type { Answer } from "./answers";
import { useProblemWords } from "./use-problem-words";

export interface CodeFormProps<T> {
  label: string;
  submit: string;
  kind?: ButtonKind;
  send: (input: { code: string }) => Promise<Answer<T>>;
  onDone: (value: T) => void;
}

/** One code, asked for again until it is right. */
export function CodeForm<T>({ label, submit, kind = "primary", send, onDone }: CodeFormProps<T>) {
  const t = useTranslations("refusals");
  const words = useProblemWords();
  const field = useRef<HTMLFormElement>(null);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get("code")).trim();
    setPending(true);
    const answer: Answer<T> | null = code.length < 6 ? null : await send({ code });
    setPending(false);
    if (answer?.ok) return onDone(answer.value);
    setError(answer === null ? t("wrong-code") : words(answer.problem));
    field.current?.querySelector("input")?.focus();
  };

  return (
    <form ref={field} onSubmit={(event) => void onSubmit(event)} noValidate className="flex max-w-form flex-col gap-4">
      <TextField label={label} name="code" autoComplete="one-time-code" spellCheck={false} required error={error} />
      <Button type="submit" kind={kind} pending={pending} className="self-start">
        {submit}
      </Button>
    </form>
  );
}
