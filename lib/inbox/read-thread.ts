import { mayConversation, type ConversationPermission } from "@/lib/contract/permissions";
import type { ThreadView } from "@/lib/contract/views";
import type { Context } from "@/lib/core/context";
import { NotFound } from "@/lib/core/errors";
import { currentCursor } from "@/lib/core/event-log";
import { permitConversation } from "@/lib/core/permission";
import { loadConversation, subjectOf } from "@/lib/conversations/load";
import { openThread } from "@/lib/conversations/open-thread";
import { loadDraft } from "@/lib/conversations/save-draft";
import { receiptsView } from "@/lib/conversations/view";
import { readNotes, readPage } from "./read-messages";
import { readPanel } from "./read-panel";
import { rowsForHearers } from "./read-row";

/**
 * A thread as its counsellor or a supervisor reads it: trace first (`open-thread`), then the cursor, then the snapshot. Marks nothing as
 * read. @throws NotFound
 */
export async function readThread(ctx: Context, { conversationId }: { conversationId: string }): Promise<ThreadView> {
  await openThread(ctx, { conversationId });
  const { actor, db, vault } = ctx;
  if (actor.kind !== "staff") throw new NotFound();
  const cursor = await currentCursor(db);
  const conversation = await loadConversation(db, conversationId);
  const subject = subjectOf(conversation);
  // Asked again: the snapshot is younger than the trace.
  permitConversation(actor, "conversation.read", subject);
  await vault.loadKeys(db, [conversation.vaultKeyId]);
  const [[row], page, notes, panel, draft] = await Promise.all([
    rowsForHearers(db, vault, [conversation]),
    readPage(db, vault, conversation, null),
    readNotes(db, vault, conversationId),
    readPanel(db, vault, actor, conversation),
    loadDraft(db, vault, conversation, actor.id),
  ]);
  const can = (permission: ConversationPermission) => mayConversation(actor, permission, subject);
  return {
    cursor,
    row: row!.full,
    ...page,
    notes,
    receipts: receiptsView(conversation),
    panel,
    draft,
    can: {
      reply: can("conversation.reply"),
      note: can("conversation.note"),
      take: can("conversation.take"),
      release: can("conversation.release"),
      relay: can("conversation.relay"),
      close: can("conversation.close") && conversation.state !== "closed",
      lower: can("conversation.lower-danger"),
      tag: can("conversation.tag"),
    },
  };
}
