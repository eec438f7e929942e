import type { Context } from "@/lib/core/context";
import { permitConversation } from "@/lib/core/permission";
import { loadConversations, subjectOf, type Conversation } from "./load";
import { Prisma } from "@/prisma/generated/client";
import { botStatePlace } from "./say-as-bot";

/** A message as the bot reads it. */
interface TurnMessage {
  id: string;
  seq: number;
  at: Date;
  from: "visitor" | "bot" | "counsellor";
  text: string;
  /** Payload of the quick reply that was tapped. */
  payload: string | null;
}

export interface Turn {
  conversation: Conversation;
  /** As `sayAsBot` left it; null on the first turn. The reader checks its shape. */
  state: unknown;
  /** The last words of the thread, oldest first. */
  transcript: TurnMessage[];
  /** Seq of the visitor's last message: what this turn answers. */
  lastVisitorSeq: number;
  /** The visitor's messages that no turn has answered. */
  unanswered: TurnMessage[];
}

const TRANSCRIPT = 40;

/** What the bot needs for a turn, or null when there is nothing for it to hear: another has answered, or a person has taken over. */
export async function loadTurn(ctx: Context, conversationId: string): Promise<Turn | null> {
  const tx = ctx.change?.tx ?? ctx.db;
  const [conversation] = await loadConversations(tx, Prisma.sql`c.id = ${conversationId}::uuid`);
  if (!conversation || (conversation.state !== "bot" && conversation.state !== "waiting")) return null;
  permitConversation(ctx.actor, "conversation.read", subjectOf(conversation));
  const rows = await tx.message.findMany({
    where: { conversationId, author: { not: "system" } },
    orderBy: { seq: "desc" },
    take: TRANSCRIPT,
    select: { id: true, seq: true, at: true, author: true, body: true, payload: true },
  });
  await ctx.vault.loadKeys(tx, [conversation.vaultKeyId]);
  const open = (column: string, row: string, sealed: Uint8Array | null) =>
    ctx.vault.openUnlessErased(conversation.vaultKeyId, { table: "message", column, row }, sealed);
  const transcript = rows.reverse().map(({ id, seq, at, author, body, payload }) => ({
    id,
    seq,
    at,
    from: author as TurnMessage["from"],
    text: open("body", id, body) ?? "",
    payload: open("payload", id, payload),
  }));
  const unanswered = transcript.filter((message) => message.from === "visitor" && message.seq > conversation.botSeq);
  const last = unanswered.at(-1);
  if (!last) return null;
  const state = conversation.botState === null ? null : openState(ctx, conversation, conversation.botState);
  return { conversation, state, transcript, lastVisitorSeq: last.seq, unanswered };
}

function openState(ctx: Context, { id, vaultKeyId }: Conversation, sealed: Uint8Array): unknown {
  const text = ctx.vault.openUnlessErased(vaultKeyId, botStatePlace(id), sealed);
  return text === null ? null : (JSON.parse(text) as unknown);
}
