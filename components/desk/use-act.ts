"use client";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { Problem } from "@/lib/contract/refusals";
import { showToast } from "@/components/ui/toast";

export type Method = "GET" | "POST" | "PUT" | "DELETE";

export interface DeskAct {
  /** One request; a refusal is told in words and answered with null. */
  <Answer = unknown>(method: Method, path: string, body?: unknown): Promise<Answer | null>;
}

/** Everything a desk does over HTTP but sending, which has its queue. */
export function useAct(): DeskAct {
  const t = useTranslations("refusals");
  return useMemo(() => {
    const words = (problem: Partial<Problem>) => {
      const name = problem.details?.by;
      if (problem.code === "already-taken")
        return t("already-taken", { name: typeof name === "string" && name !== "" ? name : "none" });
      if (problem.code && problem.code !== "internal" && t.has(problem.code))
        return t(problem.code, { reference: "", name: "none" });
      return t("internal", { reference: problem.requestId ?? "" });
    };
    return async <Answer>(method: Method, path: string, body?: unknown): Promise<Answer | null> => {
      try {
        const response = await fetch(path, {
          method,
          headers: { "content-type": "application/json" },
          body: method === "GET" ? undefined : JSON.stringify(body ?? {}),
        });
        if (response.status === 204) return {} as Answer;
        if (response.ok) return (await response.json()) as Answer;
        showToast({ text: words((await response.json()) as Partial<Problem>), tone: "danger" });
      } catch {
        showToast({ text: t("unavailable"), tone: "danger" });
      }
      return null;
    };
  }, [t]);
}

/** Address of a door of one conversation. */
export function doorOf(conversationId: string, door: string): string {
  return `/api/conversations/${encodeURIComponent(conversationId)}/${door}`;
}
