import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageContext } from "@/app/_doors/page-context";
import { PasswordForm } from "@/components/accounts/password-form";
import { SecondFactorPanel } from "@/components/accounts/second-factor-panel";
import { Section } from "@/components/accounts/section";
import { SessionsList } from "@/components/accounts/sessions-list";
import { Words } from "@/components/shell/words";
import { readOwnAccount } from "@/lib/accounts/read-own-account";
import {
  changePasswordAction,
  confirmAction,
  disableAction,
  enrolAction,
  revokeOthersAction,
  revokeSessionAction,
} from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

/** One's own account: who, where signed in, password, second factor. */
export default async function AccountPage() {
  const account = await readOwnAccount(await pageContext("session.any"));
  const t = await getTranslations("account");
  const roles = await getTranslations("roles");
  const skills = await getTranslations("skills");
  const facts = [
    [t("identity.name"), account.name],
    [t("identity.email"), account.email],
    [t("identity.roles"), account.roles.map((role) => roles(role)).join(", ")],
    [t("identity.skills"), account.skills.map((skill) => skills(skill)).join(", ")],
  ].filter(([, value]) => value !== "");

  return (
    <Words of={["account", "signIn", "refusals"]}>
      <div className="mx-auto flex max-w-[48rem] flex-col gap-8 px-4 py-8 md:px-8">
        <h1 className="text-title">{t("title")}</h1>
        <Section title={t("identity.title")} lead={t("identity.change")}>
          <dl className="grid gap-x-6 gap-y-2 md:grid-cols-[12rem_1fr]">
            {facts.map(([label, value]) => (
              <div key={label} className="contents">
                <dt className="text-ink-soft">{label}</dt>
                <dd className="break-words">{value}</dd>
              </div>
            ))}
          </dl>
        </Section>
        <Section title={t("sessions.title")} lead={t("sessions.lead")}>
          <SessionsList
            userId={account.id}
            sessions={account.sessions}
            revoke={revokeSessionAction}
            revokeOthers={revokeOthersAction}
          />
        </Section>
        <Section title={t("password.title")} lead={account.hasPassword ? t("password.lead") : t("password.none")}>
          {account.hasPassword && <PasswordForm email={account.email} change={changePasswordAction} />}
        </Section>
        <Section title={t("secondFactor.title")}>
          <SecondFactorPanel
            secondFactor={account.secondFactor}
            enrol={enrolAction}
            confirm={confirmAction}
            disable={disableAction}
          />
        </Section>
      </div>
    </Words>
  );
}
