import { useTranslations } from "next-intl";
import { useId } from "react";
import type { DemoChoice } from "./sign-in-state";

/** Whom one can be in the demonstration. Fills the form; never shown anywhere else. */
export function DemoAccounts({ accounts, onChoose }: { accounts: DemoChoice[]; onChoose: (email: string) => void }) {
  const t = useTranslations("signIn.demo");
  const id = useId();
  return (
    <section aria-labelledby={id} className="border-line flex flex-col gap-2 border-t pt-6">
      <h2 id={id} className="font-medium">
        {t("title")}
      </h2>
      <p className="text-ink-soft text-table">{t("lead")}</p>
      <ul className="border-line divide-line divide-y rounded border">
        {accounts.map(({ email, name, roles }) => (
          <li key={email}>
            <button
              type="button"
              onClick={() => onChoose(email)}
              aria-label={t("fill", { name, roles })}
              className="focus-inset hover:bg-well flex min-h-10 w-full flex-wrap items-baseline justify-between gap-x-4 rounded px-3 py-2 text-start"
            >
              <span>{name}</span>
              <span className="text-ink-soft text-table">{roles}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
