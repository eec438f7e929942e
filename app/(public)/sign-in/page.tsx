import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { headers } from "next/headers";
import Link from "next/link";
import { redirect } from "next/navigation";
import { safeNext } from "@/app/_doors/safe-next";
import { actorFromCookies } from "@/app/_doors/session";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { LanguageSwitch } from "@/components/shell/language-switch";
import { Words } from "@/components/shell/words";
import { Banner } from "@/components/ui/banner";
import { listDemoAccounts } from "@/lib/accounts/list-demo-accounts";
import { REFUSALS, type RefusalCode } from "@/lib/contract/refusals";
import { config } from "@/lib/core/config";
import { means } from "@/lib/core/means";
import { signInAction } from "./actions";
import { OidcButton } from "./oidc-button";

interface Place {
  searchParams: Promise<{ next?: string; callbackUrl?: string; error?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}

/** Public: the way in for people who work here. */
export default async function SignInPage({ searchParams }: Place) {
  const { next, callbackUrl, error } = await searchParams;
  const goal = safeNext(next ?? pathOf(callbackUrl));
  if (await actorFromCookies((await headers()).get("cookie"))) redirect(goal);
  const t = await getTranslations("signIn");
  const roles = await getTranslations("roles");
  const { demo, demoPassword, oidc } = config();
  const accounts = await listDemoAccounts(means());
  const choices = accounts.map((account) => ({ ...account, roles: account.roles.map((role) => roles(role)).join(", ") }));
  const failure = error === undefined ? null : await failureWords(error);

  return (
    <Words of={["signIn", "refusals", "shell"]}>
      <main className="mx-auto flex min-h-dvh max-w-form flex-col gap-6 px-6 py-10 md:justify-center">
        <header className="flex flex-col gap-1">
          <p className="text-chat font-bold">3018</p>
          <h1 className="text-title">{t("title")}</h1>
          <p className="text-ink-soft">{t("lead")}</p>
        </header>
        {failure && <Banner tone="danger">{failure}</Banner>}
        <SignInForm
          action={signInAction}
          next={goal}
          demo={demo && choices.length > 0 ? { password: demoPassword, accounts: choices } : null}
        />
        {oidc && <OidcButton label={t("oidc", { name: oidc.name })} next={goal} />}
        <footer className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-t border-line pt-4">
          <p className="text-ink-soft">
            {t("help.question")}{" "}
            <Link href="/chat" className="text-accent underline">
              {t("help.link")}
            </Link>
          </p>
          <LanguageSwitch labelHidden />
        </footer>
      </main>
    </Words>
  );
}

/** next-auth speaks of whole addresses. */
function pathOf(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address).pathname : address;
}

/** What next-auth wrote into the address, in words; whatever else stands there is not shown. */
async function failureWords(error: string): Promise<string> {
  const t = await getTranslations("signIn");
  if (error === "AccessDenied") return t("oidcRefused");
  if (!Object.hasOwn(REFUSALS, error)) return t("failed");
  return (await getTranslations("refusals"))(error as RefusalCode, { name: "none" });
}
