"use client";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";
import type { OwnAccountView } from "@/lib/contract/accounts";
import type { Answer } from "./answers";
import { CodeForm } from "./code-form";
import { Enrolment, type EnrolmentProps } from "./enrolment";

export interface SecondFactorPanelProps extends Omit<EnrolmentProps, "onDone"> {
  secondFactor: OwnAccountView["secondFactor"];
  disable: (input: { code: string }) => Promise<Answer>;
}

/** On or off, and the way from one to the other. */
export function SecondFactorPanel({ secondFactor, disable, ...enrolment }: SecondFactorPanelProps) {
  const t = useTranslations("account.secondFactor");
  const router = useRouter();
  const [turningOff, setTurningOff] = useState(false);
  // The page knows of the confirmation at once; the codes must stay until they are noted.
  const [enrolling, setEnrolling] = useState(secondFactor.confirmedAt === null);

  if (enrolling || secondFactor.confirmedAt === null) {
    const done = () => {
      setEnrolling(false);
      router.refresh();
    };
    return (
      <>
        <p className="max-w-thread text-ink-soft">{t("off")}</p>
        <Enrolment {...enrolment} onDone={done} />
      </>
    );
  }
  const { confirmedAt, recoveryCodesLeft, required } = secondFactor;
  return (
    <>
      <p>
        {t("on", { when: new Date(confirmedAt) })} {t("codesLeft", { count: recoveryCodesLeft })}
      </p>
      {required ? (
        <p className="text-ink-soft">{t("requiredShort")}</p>
      ) : (
        recoveryCodesLeft < 3 && <p className="text-ink-soft">{t("fewCodes")}</p>
      )}
      {!required && !turningOff && (
        <Button className="self-start" onClick={() => setTurningOff(true)}>
          {t("disable")}
        </Button>
      )}
      {!required && turningOff && (
        <CodeForm
          label={t("codeOrRecovery")}
          submit={t("disable")}
          kind="danger"
          send={disable}
          onDone={() => {
            setTurningOff(false);
            setEnrolling(true);
            showToast({ text: t("disabled") });
            router.refresh();
          }}
        />
      )}
    </>
  );
}
