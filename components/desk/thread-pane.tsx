"use client";
import { MessagesSquare } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ThreadView } from "@/lib/contract/views";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { Composer } from "./composer";
import { useDesk } from "./desk-context";
import { MessageLog } from "./message-log";
import { ThreadHeader } from "./thread-header";
import { TakeBar } from "./take-bar";

/** The middle: one conversation, or what to do to open one. */
export function ThreadPane() {
  const { screen, live, selectedId } = useDesk();
  const t = useTranslations("desk");
  switch (screen.threadState) {
    case "none":
      return (
        <EmptyState icon={MessagesSquare} title={t("noThread.title")}>
          {t("noThread.text")}
        </EmptyState>
      );
    case "loading":
      return (
        <div className="flex flex-col gap-4 p-4" aria-busy="true">
          <Skeleton className="h-8 w-64" />
          <Skeleton className="h-16 w-96" />
          <Skeleton className="ms-auto h-16 w-80" />
          <Skeleton className="h-10 w-72" />
        </div>
      );
    case "refused":
      return <EmptyState title={t("refused.title")}>{t("refused.text")}</EmptyState>;
    case "failed":
      return (
        <EmptyState
          title={t("failed.title")}
          action={<Button onClick={() => void live.open(selectedId)}>{t("failed.retry")}</Button>}
        >
          {t("failed.text")}
        </EmptyState>
      );
    case "ready":
      return screen.thread ? <Thread key={screen.thread.row.id} thread={screen.thread} /> : null;
  }
}

function Thread({ thread }: { thread: ThreadView }) {
  const t = useTranslations("desk");
  const { row, can } = thread;
  const reading = row.state === "active" && !can.reply;
  return (
    <section aria-label={t("thread", { number: row.number })} className="flex h-full min-h-0 flex-col">
      <ThreadHeader thread={thread} />
      {(reading || row.state === "closed") && (
        <div className="px-4 pt-2">
          <Banner tone="neutral">{reading ? t("readOnly", { name: row.counsellor?.name ?? "" }) : t("closedBanner")}</Banner>
        </div>
      )}
      <MessageLog thread={thread} />
      <TakeBar thread={thread} />
      {(can.reply || can.note) && <Composer thread={thread} />}
    </section>
  );
}
