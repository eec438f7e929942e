import type { z } from "zod";
import type { DraftInput } from "@/lib/contract/inputs";
import type { DraftView } from "@/lib/contract/views";
import { changeSilently } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { NotFound } from "@/lib/core/errors";
import type { Tx } from "@/lib/core/db";
import type { Vault } from "@/lib/core/vault";
import { loadConversation } from "./load";
import { permitHere } from "./permit-here";

/** Keeps what somebody is writing, per person and conversation, sealed, so that it survives a closed tab. Empty text forgets it. */
export async function saveDraft(
  ctx: Context,
  { conversationId, mode, text }: z.output<typeof DraftInput>,
): Promise<DraftView | null> {
  return changeSilently(ctx, "a draft is nobody's business but its author's, and saved at every pause", async ({ tx }) => {
    const conversation = await loadConversation(tx, conversationId);
    permitHere(ctx.actor, "conversation.draft", conversation);
    if (ctx.actor.kind !== "staff") throw new NotFound();
    const userId = ctx.actor.id;
    if (text.trim() === "") {
      await tx.draft.deleteMany({ where: { userId, conversationId } });
      return null;
    }
    await ctx.vault.loadKeys(tx, [conversation.vaultKeyId]);
    const data = { mode, updatedAt: ctx.now, body: ctx.vault.seal(conversation.vaultKeyId, place(userId, conversationId), text) };
    // One statement: two tabs that save at once must not collide.
    await tx.$executeRaw`
      insert into draft (user_id, conversation_id, mode, body, updated_at)
      values (${userId}::uuid, ${conversationId}::uuid, ${mode}, ${data.body}, ${ctx.now})
      on conflict (user_id, conversation_id) do update set mode = excluded.mode, body = excluded.body, updated_at = excluded.updated_at`;
    return { mode, text, updatedAt: ctx.now.toISOString() };
  });
}

/** Somebody's draft in a conversation whose key is loaded. */
export async function loadDraft(
  tx: Tx,
  vault: Vault,
  conversation: { id: string; vaultKeyId: string },
  userId: string,
): Promise<DraftView | null> {
  const draft = await tx.draft.findUnique({ where: { userId_conversationId: { userId, conversationId: conversation.id } } });
  const text = draft && vault.openUnlessErased(conversation.vaultKeyId, place(userId, conversation.id), draft.body);
  if (!draft || text === null) return null;
  return { mode: draft.mode === "note" ? "note" : "reply", text, updatedAt: draft.updatedAt.toISOString() };
}

const place = (userId: string, conversationId: string) => ({
  table: "draft",
  column: "body",
  row: `${userId}|${conversationId}`,
});
