import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { pageContext } from "@/app/_doors/page-context";
import { safeNext } from "@/app/_doors/safe-next";
import { SecondFactorGate } from "@/components/accounts/second-factor-gate";
import { Words } from "@/components/shell/words";
import { readOwnAccount } from "@/lib/accounts/read-own-account";
import { confirmAction, enrolAction, proveAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.secondFactor"))("pageTitle") };
}

/** Where half a session becomes a whole one. Whoever has a whole one goes on. */
export default async function SecondFactorPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const ctx = await pageContext("session.any");
  const next = safeNext((await searchParams).next);
  if (!ctx.actor.secondFactorMissing) redirect(next);
  const { secondFactor } = await readOwnAccount(ctx);
  const t = await getTranslations("account.secondFactor");
  const enrolled = secondFactor.confirmedAt !== null;
  return (
    <Words of={["account", "signIn", "refusals"]}>
      <div className="mx-auto flex max-w-[48rem] flex-col gap-6 px-4 py-8 md:px-8">
        <h1 className="text-title">{t("pageTitle")}</h1>
        <p className="max-w-thread text-ink-soft">{enrolled ? t("prove") : t("required")}</p>
        <SecondFactorGate enrolled={enrolled} next={next} enrol={enrolAction} confirm={confirmAction} prove={proveAction} />
      </div>
    </Words>
  );
}
