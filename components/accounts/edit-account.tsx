"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { AccountView } from "@/lib/contract/accounts";
import { AccountAccess } from "./account-access";
import { AccountFieldset, missingIn } from "./account-fields";
import type { AccountVerbs } from "./account-verbs";
import { useProblemWords } from "./use-problem-words";

export interface EditAccountProps {
  account: AccountView;
  verbs: AccountVerbs;
  onClose: () => void;
  onDone: (said: string) => void;
}

/** One account: what the person is and offers, and their way in. */
export function EditAccount({ account, verbs, onClose, onDone }: EditAccountProps) {
  const t = useTranslations("admin");
  const words = useProblemWords();
  const { name, roles, skills, languages, capacity } = account;
  const [fields, setFields] = useState({ name, roles, skills, languages, capacity });
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const save = async () => {
    setPending(true);
    const userId = account.id;
    const answer = await verbs.changeRoles({ userId, roles: fields.roles, skills: fields.skills });
    const then = answer.ok
      ? await verbs.changeWork({
          userId,
          name: fields.name.trim(),
          languages: fields.languages,
          capacity: fields.capacity,
        })
      : answer;
    setPending(false);
    if (then.ok) onDone(t("saved", { name: fields.name.trim() }));
    else setError(words(then.problem));
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={account.name}
      shape="wide"
      footer={
        <Button kind="primary" pending={pending} disabled={missingIn(fields) !== null} onClick={() => void save()}>
          {t("save")}
        </Button>
      }
    >
      <div className="flex flex-col gap-5">
        <p className="text-ink-soft">{account.email}</p>
        {error && (
          <Banner tone="danger" announce="alert">
            {error}
          </Banner>
        )}
        <AccountFieldset fields={fields} onChange={setFields} rolesHint={t("form.rolesEnd")} />
        <AccountAccess account={account} verbs={verbs} onDone={onDone} />
      </div>
    </Dialog>
  );
}
