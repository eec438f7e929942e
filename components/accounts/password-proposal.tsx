"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { proposePassword } from "./propose-password";

export interface PasswordProposalProps {
  label: string;
  password: string;
  onChange: (password: string) => void;
}

/** A password that is passed on by word of mouth, so it is readable. */
export function PasswordProposal({ label, password, onChange }: PasswordProposalProps) {
  const t = useTranslations("admin.form");
  return (
    <div className="flex flex-col gap-2">
      <TextField
        label={label}
        hint={t("passwordHint")}
        error={password.length < 12 ? t("passwordShort") : null}
        value={password}
        spellCheck={false}
        autoComplete="off"
        className="tabular-nums"
        onChange={(event) => onChange(event.target.value)}
      />
      <Button className="self-start" onClick={() => onChange(proposePassword())}>
        {t("generate")}
      </Button>
    </div>
  );
}
