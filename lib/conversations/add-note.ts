import { v7 as uuid } from "uuid";
import type { z } from "zod";
import type { NoteInput } from "@/lib/contract/inputs";
import type { NoteView } from "@/lib/contract/views";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { Conflict, NotFound } from "@/lib/core/errors";
import { permitConversation } from "@/lib/core/permission";
import { lockConversation, subjectOf } from "./load";
import { noteView } from "./note-view";

/**
 * An internal note: another table, another type, and only the staff's room of the thread hears of it (design.md §1.8). Possible after
 * closing too. Idempotent by client id.
 */
export async function addNote(ctx: Context, { conversationId, clientId, text }: z.output<typeof NoteInput>): Promise<NoteView> {
  return change(ctx, async ({ tx, audit, emit }) => {
    const conversation = await lockConversation(tx, conversationId);
    permitConversation(ctx.actor, "conversation.note", subjectOf(conversation));
    if (ctx.actor.kind !== "staff") throw new NotFound();
    const author = { id: ctx.actor.id, name: ctx.actor.name };
    await ctx.vault.loadKeys(tx, [conversation.vaultKeyId]);

    const stored = await tx.note.findUnique({ where: { conversationId_clientId: { conversationId, clientId } } });
    if (stored) {
      const note = noteView(stored, conversation.vaultKeyId, author.name, ctx.vault);
      if (note.author.id !== author.id || note.text !== text) throw new Conflict("idempotency-conflict");
      return note;
    }
    const id = uuid();
    const body = ctx.vault.seal(conversation.vaultKeyId, { table: "note", column: "body", row: id }, text);
    await tx.note.create({ data: { id, conversationId, authorId: author.id, at: ctx.now, body, clientId } });
    await tx.draft.deleteMany({ where: { conversationId, userId: author.id, mode: "note" } });
    audit("note.added", { conversationId, noteId: id });
    emit([`conversation:${conversationId}`], { type: "note.added", conversationId, noteId: id });
    return { id, conversationId, at: ctx.now.toISOString(), author, text, clientId };
  });
}
