"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { AccountView } from "@/lib/contract/accounts";
import type { AccountVerbs } from "./account-verbs";
import type { Answer } from "./answers";
import { PasswordProposal } from "./password-proposal";
import { proposePassword } from "./propose-password";
import { useProblemWords } from "./use-problem-words";

export interface AccountAccessProps {
  account: AccountView;
  verbs: AccountVerbs;
  onDone: (said: string) => void;
}
type Asked = "password" | "second-factor" | "deactivate";

/** The way in of one person. What ends sessions is asked twice. */
export function AccountAccess({ account, verbs, onDone }: AccountAccessProps) {
  const t = useTranslations("admin");
  const words = useProblemWords();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [password, setPassword] = useState(proposePassword);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const { id: userId, name } = account;

  const run = async <T,>(work: () => Promise<Answer<T>>, said: (value: T) => string) => {
    setPending(true);
    const answer = await work();
    setPending(false);
    if (answer.ok) onDone(said(answer.value));
    else setError(words(answer.problem));
  };
  const resetPassword = () =>
    run(
      () => verbs.resetPassword({ userId, password }),
      () => t("passwordReset", { name }),
    );
  const resetSecondFactor = () =>
    run(
      () => verbs.resetSecondFactor({ userId }),
      () => t("secondFactorReset", { name }),
    );
  const endSessions = () =>
    run(
      () => verbs.endSessions({ userId }),
      (count) => t("sessionsEnded", { count }),
    );
  const deactivate = () =>
    run(
      () => verbs.deactivate({ userId }),
      () => t("wasDeactivated", { name }),
    );
  const reactivate = () =>
    run(
      () => verbs.reactivate({ userId }),
      () => t("reactivated", { name }),
    );

  return (
    <section aria-label={t("access")} className="flex flex-col gap-3 border-t border-line pt-5">
      <h3 className="font-medium">{t("access")}</h3>
      {error && (
        <Banner tone="danger" announce="alert">
          {error}
        </Banner>
      )}
      {account.deactivatedAt !== null ? (
        <Button className="self-start" pending={pending} onClick={() => void reactivate()}>
          {t("reactivate")}
        </Button>
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button aria-expanded={asked === "password"} onClick={() => setAsked("password")}>
            {t("resetPassword")}
          </Button>
          {account.secondFactor && (
            <Button aria-expanded={asked === "second-factor"} onClick={() => setAsked("second-factor")}>
              {t("resetSecondFactor")}
            </Button>
          )}
          <Button onClick={() => void endSessions()}>{t("endSessions")}</Button>
          <Button aria-expanded={asked === "deactivate"} onClick={() => setAsked("deactivate")}>
            {t("deactivate")}
          </Button>
        </div>
      )}
      {asked === "password" && (
        <Question title={t("newPassword")} confirm={t("resetPassword")} pending={pending} onConfirm={resetPassword}>
          <PasswordProposal label={t("newPassword")} password={password} onChange={setPassword} />
        </Question>
      )}
      {asked === "second-factor" && (
        <Question title={t("resetSecondFactor")} confirm={t("resetSecondFactor")} pending={pending} onConfirm={resetSecondFactor}>
          <p>{t("resetSecondFactorLead", { name })}</p>
        </Question>
      )}
      {asked === "deactivate" && account.deactivatedAt === null && (
        <Question title={t("deactivateTitle", { name })} confirm={t("deactivate")} pending={pending} onConfirm={deactivate}>
          <p className="font-medium">{t("deactivateTitle", { name })}</p>
          <p>{t("deactivateLead")}</p>
        </Question>
      )}
    </section>
  );
}

interface QuestionProps {
  title: string;
  confirm: string;
  pending: boolean;
  onConfirm: () => Promise<void>;
  children: React.ReactNode;
}

/** Asked in place: a dialog over a dialog loses people. */
function Question({ title, confirm, pending, onConfirm, children }: QuestionProps) {
  return (
    <div role="group" aria-label={title} className="flex flex-col gap-3 rounded border border-line bg-well p-4">
      {children}
      <Button kind="danger" className="self-start" pending={pending} onClick={() => void onConfirm()}>
        {confirm}
      </Button>
    </div>
  );
}
