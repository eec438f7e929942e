import type { NoteView } from "@/lib/contract/views";
import type { Vault } from "@/lib/core/vault";

export interface NoteRecord {
  id: string;
  conversationId: string;
  authorId: string;
  at: Date;
  body: Uint8Array;
  clientId: string;
}

/** Row → view, opened under the conversation's key; an erased note has no text. */
export function noteView(note: NoteRecord, keyId: string, authorName: string, vault: Vault): NoteView {
  return {
    id: note.id,
    conversationId: note.conversationId,
    at: note.at.toISOString(),
    author: { id: note.authorId, name: authorName },
    text: vault.openUnlessErased(keyId, { table: "note", column: "body", row: note.id }, note.body) ?? "",
    clientId: note.clientId,
  };
}
