import { useTranslations } from "next-intl";
import { useId } from "react";
import type { DemoChoice } from "./sign-in-state";

/** Whom one can be in the demonstration. Fills the form; never shown anywhere else. */
export function DemoAccounts({ accounts, onChoose }: { accounts: DemoChoice[]; onChoose: (email: string) => void }) {
  const t = useTranslations("signIn.demo");
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2 border-t border-line pt-6">
      <h2 id={id} className="font-medium">
        {t("title")}
      </h2>
      <p id={`${id}-lead`} className="text-table text-ink-soft">
        {t("lead")}
      </p>
      <ul className="divide-y divide-line rounded border border-line">
        {accounts.map(({ email, name, roles }) => (
          <li key={email}>
            <button
              type="button"
              onClick={() => onChoose(email)}
              aria-describedby={`${id}-lead`}
              className="flex min-h-10 w-full flex-wrap items-baseline justify-between gap-x-4 rounded px-3 py-2 text-start focus-inset hover:bg-well"
            >
              <span>{name}</span> <span className="text-table text-ink-soft">{roles}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
