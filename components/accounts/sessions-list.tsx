"use client";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";
import type { SessionView } from "@/lib/contract/accounts";
import type { Answer } from "./answers";
import { useProblemWords } from "./use-problem-words";

export interface SessionsListProps {
  userId: string;
  sessions: readonly SessionView[];
  revoke: (input: { sessionId: string }) => Promise<Answer>;
  revokeOthers: (input: { userId: string }) => Promise<Answer<number>>;
}

/** Where one is signed in, and the way to end it. */
export function SessionsList({ userId, sessions, revoke, revokeOthers }: SessionsListProps) {
  const t = useTranslations("account.sessions");
  const words = useProblemWords();
  const router = useRouter();
  const [busy, setBusy] = useState<string | null>(null);

  const run = async <T,>(what: string, work: () => Promise<Answer<T>>, said: (value: T) => string) => {
    setBusy(what);
    const answer = await work();
    setBusy(null);
    showToast(answer.ok ? { text: said(answer.value) } : { text: words(answer.problem), tone: "danger" });
    router.refresh();
  };

  return (
    <>
      <ul className="divide-y divide-line rounded border border-line">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
            <div>
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {session.device === "?" ? t("unknownDevice") : session.device}
                {session.current && <Badge tone="accent">{t("here")}</Badge>}
              </p>
              <p className="text-table text-ink-soft">
                {t("seen", { when: new Date(session.lastSeenAt) })} · {t("since", { when: new Date(session.createdAt) })}
              </p>
            </div>
            {!session.current && (
              <Button
                pending={busy === session.id}
                aria-label={t("endOf", { device: session.device })}
                onClick={() =>
                  void run(
                    session.id,
                    () => revoke({ sessionId: session.id }),
                    () => t("ended"),
                  )
                }
              >
                {t("end")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Button
          className="self-start"
          pending={busy === "others"}
          onClick={() =>
            void run(
              "others",
              () => revokeOthers({ userId }),
              (count) => t("othersEnded", { count }),
            )
          }
        >
          {t("endOthers")}
        </Button>
      )}
    </>
  );
}
