"use client";
import { useTranslations } from "next-intl";
import { useActionState, useEffect, useRef, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { DemoAccounts } from "./demo-accounts";
import { FIRST_ATTEMPT, type DemoChoice, type SignInState } from "./sign-in-state";
import { useCountdown } from "./use-countdown";
import { useHydrated } from "./use-hydrated";

export interface SignInFormProps {
  action: (before: SignInState, form: FormData) => Promise<SignInState>;
  next: string;
  demo: { password: string; accounts: DemoChoice[] } | null;
}

/**
 * E-mail and password, then the code where there is a second factor. Without scripts the code step asks for the password again:
 * the server never sends it back.
 */
export function SignInForm({ action, next, demo }: SignInFormProps) {
  const t = useTranslations("signIn");
  const [state, submit, pending] = useActionState(action, FIRST_ATTEMPT);
  const hydrated = useHydrated();
  const [email, setEmail] = useState(state.email);
  const [password, setPassword] = useState("");
  const [abandoned, setAbandoned] = useState(0);
  const askCode = state.step === "code" && abandoned !== state.attempt;
  const kept = askCode && hydrated && password !== "";
  const seconds = Number(state.problem?.details?.retryAfterSeconds ?? 0);
  const wait = useCountdown(seconds, state.attempt);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (state.attempt === 0) return;
    form.current?.querySelector<HTMLInputElement>(state.step === "code" ? "[name=code]" : "[name=password]")?.focus();
  }, [state]);

  const choose = (chosen: string, withPassword: string) => {
    setEmail(chosen);
    setPassword(withPassword);
    form.current?.querySelector<HTMLButtonElement>("[type=submit]")?.focus();
  };

  return (
    <div className="flex flex-col gap-8">
      <form ref={form} action={submit} className="flex flex-col gap-4">
        <input type="hidden" name="next" value={next} />
        <Outcome state={state} abandoned={state.attempt === abandoned && abandoned > 0} />
        <div hidden={kept} className={kept ? undefined : "flex flex-col gap-4"}>
          <TextField
            label={t("email")}
            name="email"
            type="email"
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
          <TextField
            label={t("password")}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            hint={askCode && !kept ? t("again") : undefined}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </div>
        {askCode && (
          <>
            {kept && <p className="text-ink-soft">{t("signingInAs", { email })}</p>}
            <TextField
              label={t("code")}
              hint={t("codeHint")}
              name="code"
              autoComplete="one-time-code"
              inputMode="text"
              spellCheck={false}
              required
              key={state.attempt}
            />
          </>
        )}
        <Button kind="primary" type="submit" pending={pending} disabled={hydrated && wait > 0 && !pending}>
          {hydrated && wait > 0 ? t("waitButton", { seconds: wait }) : askCode ? t("submitCode") : t("submit")}
        </Button>
        {kept && (
          <Button
            onClick={() => {
              setAbandoned(state.attempt);
              setPassword("");
            }}
          >
            {t("otherAccount")}
          </Button>
        )}
      </form>
      {demo && !askCode && <DemoAccounts accounts={demo.accounts} onChoose={(chosen) => choose(chosen, demo.password)} />}
    </div>
  );
}

/** What the last attempt said. */
function Outcome({ state, abandoned }: { state: SignInState; abandoned: boolean }) {
  const t = useTranslations("signIn");
  const refusals = useTranslations("refusals");
  if (state.problem === null || abandoned) return null;
  const { code, details, requestId } = state.problem;
  if (code === "second-factor-required") return <Banner announce="status">{t("codeLead")}</Banner>;
  const seconds = details?.retryAfterSeconds;
  const words = typeof seconds === "number" ? t("wait", { seconds }) : refusals(code, { name: "none", reference: requestId });
  return (
    <Banner key={state.attempt} tone={code === "too-many" ? "waiting" : "danger"} announce="alert">
      {words}
    </Banner>
  );
}
