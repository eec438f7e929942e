"use client";
import { useTranslations } from "next-intl";
import type { Answer } from "./answers";
import { CodeForm } from "./code-form";
import { Enrolment, type EnrolmentProps } from "./enrolment";

export interface SecondFactorGateProps extends Omit<EnrolmentProps, "onDone"> {
  enrolled: boolean;
  /** The page that was asked for. */
  next: string;
  prove: (input: { code: string }) => Promise<Answer>;
}

/** Between sign-in and the desk: proves the second factor, or sets it up. */
export function SecondFactorGate({ enrolled, next, prove, ...enrolment }: SecondFactorGateProps) {
  const t = useTranslations("account.secondFactor");
  // A whole new page: its rights are others now.
  const go = () => location.assign(next);
  if (enrolled) return <CodeForm label={t("codeOrRecovery")} submit={t("confirm")} send={prove} onDone={go} />;
  return <Enrolment {...enrolment} onDone={go} />;
}
