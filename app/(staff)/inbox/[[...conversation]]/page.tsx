import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { pageContext } from "@/app/_doors/page-context";
import { DeskScreen } from "@/components/desk/desk-screen";
import { Words } from "@/components/shell/words";
import { readCannedReplies } from "@/lib/inbox/read-canned-replies";
import { readDesk } from "@/lib/inbox/read-desk";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell"))("nav.inbox") };
}

/** The desk, with or without a conversation in front: `/inbox`, `/inbox/:id`. The thread itself comes over its own, audited door. */
export default async function InboxPage({ params }: { params: Promise<{ conversation?: string[] }> }) {
  const ctx = await pageContext("desk.open");
  if (((await params).conversation?.length ?? 0) > 1) notFound();
  const [desk, cannedReplies] = await Promise.all([readDesk(ctx), readCannedReplies(ctx)]);
  return (
    <Words of={WORDS}>
      <DeskScreen desk={desk} cannedReplies={cannedReplies} />
    </Words>
  );
}

const WORDS = [
  "shell",
  "desk",
  "danger",
  "skills",
  "channels",
  "sources",
  "languages",
  "presence",
  "refusals",
  "markers",
] as const;
