"use client";
import { useTranslations } from "next-intl";
import type { RoutingExplanation } from "@/lib/contract/views";
import { Disclosure } from "@/components/ui/disclosure";

/** The stored decision, in words: who was chosen among whom, and who was not asked. */
export function WhyMe({ why }: { why: RoutingExplanation }) {
  const t = useTranslations("desk.why");
  const considered = why.candidates.length + why.excluded.length;
  return (
    <div className="flex flex-col gap-1">
      <p>
        {why.chosen ? t(why.how, { name: why.chosen.name, by: why.by?.name ?? "" }) : t("nobody")}{" "}
        {why.skillFallback && t("fallback")}
      </p>
      {considered > 0 && (
        <Disclosure summary={t("details", { count: considered })}>
          <ol className="flex flex-col gap-1 text-table">
            {why.candidates.map((candidate) => (
              <li key={candidate.person.id}>
                <span className="font-medium">{candidate.person.name}</span>{" "}
                {t("candidate", {
                  load: candidate.load,
                  capacity: candidate.capacity,
                  skill: String(candidate.skillMatch),
                  language: String(candidate.languageMatch),
                  letPass: String(candidate.letPass),
                })}
              </li>
            ))}
            {why.excluded.map((excluded) => (
              <li key={excluded.person.id} className="text-ink-soft">
                {excluded.person.name} : {t(`excluded.${excluded.why}`)}
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
    </div>
  );
}
