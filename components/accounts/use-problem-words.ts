import { useTranslations } from "next-intl";
import type { Problem } from "@/lib/contract/refusals";

/** Words for a refusal, the wait included. */
export function useProblemWords(): (problem: Problem) => string {
  const refusals = useTranslations("refusals");
  const t = useTranslations("signIn");
  return ({ code, details, requestId }) => {
    const seconds = details?.retryAfterSeconds;
    return typeof seconds === "number" ? t("wait", { seconds }) : refusals(code, { name: "none", reference: requestId });
  };
}
