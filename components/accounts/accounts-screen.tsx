"use client";
import { UserRoundPlus, UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { fold } from "@/components/ui/fold";
import { Icon } from "@/components/ui/icon";
import { TextField } from "@/components/ui/text-field";
import { showToast } from "@/components/ui/toast";
import type { AccountView } from "@/lib/contract/accounts";
import type { AccountVerbs } from "./account-verbs";
import { AccountsTable } from "./accounts-table";
import { CreateAccount } from "./create-account";
import { EditAccount } from "./edit-account";

export interface AccountsScreenProps {
  accounts: readonly AccountView[];
  verbs: AccountVerbs;
}

/** The accounts of the house: find one, open it, make one. */
export function AccountsScreen({ accounts, verbs }: AccountsScreenProps) {
  const t = useTranslations("admin");
  const router = useRouter();
  const [filter, setFilter] = useState("");
  const [opened, setOpened] = useState<"create" | AccountView | null>(null);
  const wanted = fold(filter.trim());
  const shown = accounts.filter(({ name, email }) => fold(`${name} ${email}`).includes(wanted));

  const done = (said: string) => {
    setOpened(null);
    showToast({ text: said });
    router.refresh();
  };

  return (
    <div className="mx-auto flex max-w-[80rem] flex-col gap-6 px-4 py-8 md:px-8">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="text-title">{t("title")}</h1>
          <p className="text-ink-soft">{t("lead")}</p>
        </div>
        <Button kind="primary" icon={<Icon of={UserRoundPlus} />} onClick={() => setOpened("create")}>
          {t("create")}
        </Button>
      </header>
      <div className="flex flex-wrap items-end gap-4">
        <div className="w-full max-w-form">
          <TextField
            label={t("filter")}
            type="search"
            autoComplete="off"
            value={filter}
            onChange={(event) => setFilter(event.target.value)}
          />
        </div>
        <p role="status" className="pb-2 text-ink-soft">
          {t("count", { count: shown.length })}
        </p>
      </div>
      {shown.length > 0 ? (
        <AccountsTable accounts={shown} onOpen={setOpened} />
      ) : (
        <EmptyState icon={UsersRound} title={t("none")} />
      )}
      {opened === "create" && (
        <CreateAccount create={verbs.create} onClose={() => setOpened(null)} onCreated={(name) => done(t("created", { name }))} />
      )}
      {opened !== null && opened !== "create" && (
        <EditAccount key={opened.id} account={opened} verbs={verbs} onClose={() => setOpened(null)} onDone={done} />
      )}
    </div>
  );
}
