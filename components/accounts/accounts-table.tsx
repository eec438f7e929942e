"use client";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { AccountView } from "@/lib/contract/accounts";

export interface AccountsTableProps {
  accounts: readonly AccountView[];
  onOpen: (account: AccountView) => void;
}

const CELL = "px-3 py-2 align-top";

/** Everybody on one line each; on a telephone, one block each. */
export function AccountsTable({ accounts, onOpen }: AccountsTableProps) {
  const t = useTranslations("admin");
  const roles = useTranslations("roles");
  const skills = useTranslations("skills");
  const heads = ["name", "roles", "skills", "capacity", "seen", "state"] as const;
  return (
    <table className="block w-full border-collapse text-table md:table">
      <thead className="hidden md:table-header-group">
        <tr className="border-b border-line text-start">
          {heads.map((head) => (
            <th key={head} scope="col" className={`${CELL} text-start font-medium text-ink-soft`}>
              {t(`columns.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block md:table-row-group">
        {accounts.map((account) => (
          <tr
            key={account.id}
            className="relative flex flex-wrap border-b border-line py-1 focus-within:bg-well hover:bg-well md:table-row md:py-0"
          >
            <th scope="row" className={`${CELL} w-full text-start md:w-auto`}>
              <button
                type="button"
                onClick={() => onOpen(account)}
                aria-label={t("edit", { name: account.name })}
                className="block text-start font-medium before:absolute before:inset-0 hover:underline"
              >
                {account.name}
              </button>
              <span className="block font-regular break-all text-ink-soft">{account.email}</span>
            </th>
            <td className={CELL}>{account.roles.map((role) => roles(role)).join(", ")}</td>
            <td className={`${CELL} empty:hidden md:empty:table-cell`}>
              {account.skills.map((skill) => skills(skill)).join(", ")}
            </td>
            <td className={`${CELL} tabular-nums`}>
              <HeadInLine>{t("columns.capacity")}</HeadInLine>
              {account.capacity}
            </td>
            <td className={`${CELL} whitespace-nowrap tabular-nums`}>
              <HeadInLine>{t("columns.seen")}</HeadInLine>
              {account.lastSeenAt ? t("seenAt", { when: new Date(account.lastSeenAt) }) : t("never")}
            </td>
            <td className={CELL}>
              <span className="-my-0.5 flex min-h-6 flex-wrap items-center gap-2">
                {account.deactivatedAt === null ? t("active") : <Badge>{t("deactivated")}</Badge>}
                {account.secondFactor && <Badge tone="accent">{t("secondFactor")}</Badge>}
                {account.demo && <Badge>{t("demo")}</Badge>}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The column's name beside its value, where there are no columns. */
function HeadInLine({ children }: { children: string }) {
  return <span className="text-ink-soft md:hidden">{children} : </span>;
}
