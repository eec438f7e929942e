import type { MessageView, NoteView } from "@/lib/contract/views";
import type { Tx } from "@/lib/core/db";
import type { Vault } from "@/lib/core/vault";
import { noteView } from "@/lib/conversations/note-view";
import { messageView, namesOf, type MessageRecord } from "@/lib/conversations/view";
import type { Prisma } from "@/prisma/generated/client";

/** How many messages a page of a thread has. */
const PAGE = 100;

const COLUMNS = {
  id: true,
  conversationId: true,
  seq: true,
  at: true,
  author: true,
  authorId: true,
  body: true,
  marker: true,
  quickReplies: true,
  clientId: true,
} satisfies Prisma.MessageSelect;

/** The messages before a seq (the last ones when null), oldest first, and whether there are older ones still. */
export async function readPage(
  tx: Tx,
  vault: Vault,
  conversation: { id: string; vaultKeyId: string },
  before: number | null,
): Promise<{ messages: MessageView[]; more: boolean }> {
  const records = await tx.message.findMany({
    where: { conversationId: conversation.id, ...(before === null ? {} : { seq: { lt: before } }) },
    orderBy: { seq: "desc" },
    take: PAGE + 1,
    select: COLUMNS,
  });
  const more = records.length > PAGE;
  const page = records.slice(0, PAGE).reverse();
  return { messages: await viewsOf(tx, vault, page, new Map([[conversation.id, conversation.vaultKeyId]])), more };
}

/** Single messages by id, of any conversations: what events announce. Who may hear them is the caller's question. */
export async function readMessages(tx: Tx, vault: Vault, ids: readonly string[]): Promise<Map<string, MessageView>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.message.findMany({
    where: { id: { in: [...ids] } },
    select: { ...COLUMNS, conversation: { select: { vaultKeyId: true } } },
  });
  const keys = new Map(rows.map((row) => [row.conversationId, row.conversation.vaultKeyId]));
  return new Map((await viewsOf(tx, vault, rows, keys)).map((message) => [message.id, message]));
}

async function viewsOf(
  tx: Tx,
  vault: Vault,
  records: readonly MessageRecord[],
  keys: ReadonlyMap<string, string>,
): Promise<MessageView[]> {
  const [names] = await Promise.all([
    namesOf(
      tx,
      records.map((record) => record.authorId).filter((id) => id !== null),
    ),
    vault.loadKeys(tx, [...keys.values()]),
  ]);
  return records.map((record) => messageView(record, keys.get(record.conversationId)!, names, vault));
}

/** All notes of a conversation, oldest first. Staff only: nothing that answers a visitor may call this. */
export async function readNotes(tx: Tx, vault: Vault, conversationId: string): Promise<NoteView[]> {
  return notes(tx, vault, { conversationId });
}

/** One note by id; null when it is not there. Staff only. */
export async function readNote(tx: Tx, vault: Vault, noteId: string): Promise<NoteView | null> {
  return (await notes(tx, vault, { id: noteId }))[0] ?? null;
}

async function notes(tx: Tx, vault: Vault, where: Prisma.NoteWhereInput): Promise<NoteView[]> {
  const rows = await tx.note.findMany({
    where,
    orderBy: [{ at: "asc" }, { id: "asc" }],
    include: { conversation: { select: { vaultKeyId: true } } },
  });
  if (rows.length === 0) return [];
  const names = await namesOf(
    tx,
    rows.map((row) => row.authorId),
  );
  await vault.loadKeys(
    tx,
    rows.map((row) => row.conversation.vaultKeyId),
  );
  return rows.map((row) => noteView(row, row.conversation.vaultKeyId, names.get(row.authorId) ?? "", vault));
}
