"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { AccountFieldset, missingIn, NEW_ACCOUNT } from "./account-fields";
import type { AccountVerbs } from "./account-verbs";
import { PasswordProposal } from "./password-proposal";
import { proposePassword } from "./propose-password";
import { useProblemWords } from "./use-problem-words";

export interface CreateAccountProps {
  create: AccountVerbs["create"];
  onClose: () => void;
  onCreated: (name: string) => void;
}

/** A new account, in a dialog that keeps what was typed until it worked. */
export function CreateAccount({ create, onClose, onCreated }: CreateAccountProps) {
  const t = useTranslations("admin");
  const words = useProblemWords();
  const [fields, setFields] = useState(NEW_ACCOUNT);
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState(proposePassword);
  const [employment, setEmployment] = useState<"employee" | "volunteer">("employee");
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<{ email: string | null; words: string | null } | null>(null);
  const incomplete = missingIn(fields) !== null || email.trim() === "" || password.length < 12;

  const submit = async () => {
    setPending(true);
    const answer = await create({ ...fields, name: fields.name.trim(), email: email.trim(), password, employment });
    setPending(false);
    if (answer.ok) return onCreated(fields.name.trim());
    const { code, fields: wrong } = answer.problem;
    const invalidEmail = code === "invalid" && wrong?.some(({ path }) => path === "email");
    if (invalidEmail) setProblem({ email: t("form.invalidEmail"), words: null });
    else if (code === "email-taken") setProblem({ email: words(answer.problem), words: null });
    else setProblem({ email: null, words: words(answer.problem) });
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={t("create")}
      shape="wide"
      footer={
        <Button kind="primary" pending={pending} disabled={incomplete} onClick={() => void submit()}>
          {t("create")}
        </Button>
      }
    >
      <div className="flex flex-col gap-5">
        {problem?.words && (
          <Banner tone="danger" announce="alert">
            {problem.words}
          </Banner>
        )}
        <TextField
          label={t("form.email")}
          type="email"
          autoComplete="off"
          required
          value={email}
          error={problem?.email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <AccountFieldset fields={fields} onChange={setFields} />
        <Select
          label={t("form.employment")}
          value={employment}
          onChange={(event) => setEmployment(event.target.value === "volunteer" ? "volunteer" : "employee")}
          options={[
            { value: "employee", label: t("form.employee") },
            { value: "volunteer", label: t("form.volunteer") },
          ]}
        />
        <PasswordProposal label={t("form.password")} password={password} onChange={setPassword} />
      </div>
    </Dialog>
  );
}
