"use client";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef, useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { showToast } from "@/components/ui/toast";
import type { Answer } from "./answers";
import { useProblemWords } from "./use-problem-words";

export interface PasswordFormProps {
  email: string;
  change: (input: { current: string; next: string }) => Promise<Answer>;
}

/** The current password, and the next one. */
export function PasswordForm({ email, change }: PasswordFormProps) {
  const t = useTranslations("account.password");
  const words = useProblemWords();
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<{ field: "current" | "next"; words: string } | null>(null);

  const fail = (field: "current" | "next", why: string) => {
    setError({ field, words: why });
    form.current?.querySelector<HTMLInputElement>(`[name=${field}]`)?.focus();
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const [current, next] = [String(data.get("current")), String(data.get("next"))];
    if (next.length < 12) return fail("next", t("tooShort"));
    setPending(true);
    const answer = await change({ current, next });
    setPending(false);
    if (answer.ok) {
      setError(null);
      form.current?.reset();
      showToast({ text: t("changed") });
      return router.refresh();
    }
    fail("current", answer.problem.code === "wrong-credentials" ? t("wrong") : words(answer.problem));
  };

  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate className="flex max-w-form flex-col gap-4">
      {/* Lets a password manager know whose password this is. */}
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <TextField
        label={t("current")}
        name="current"
        type="password"
        autoComplete="current-password"
        required
        error={error?.field === "current" ? error.words : null}
      />
      <TextField
        label={t("next")}
        name="next"
        type="password"
        autoComplete="new-password"
        required
        minLength={12}
        error={error?.field === "next" ? error.words : null}
      />
      <Button type="submit" kind="primary" pending={pending} className="self-start">
        {t("submit")}
      </Button>
    </form>
  );
}
