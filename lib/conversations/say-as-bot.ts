import { MULTIPLE_AXES, isAxisCode, type Axis } from "@/lib/contract/taxonomy";
import type { Language, Skill } from "@/lib/contract/roles";
import type { MessageView, QuickReply } from "@/lib/contract/views";
import { change, type Change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { Conflict, Invalid } from "@/lib/core/errors";
import { permitConversation } from "@/lib/core/permission";
import { appendMessage } from "./append-message";
import { lockConversation, subjectOf, type Conversation } from "./load";
import { panelChanged } from "./panel-changed";
import { updateConversation } from "./update-conversation";
import { messageViewOf } from "./view";

export interface SayAsBotInput {
  conversationId: string;
  /** Seq of the last visitor message that this turn answers. */
  answeredSeq: number;
  messages: readonly { text: string; quickReplies: QuickReply[] }[];
  /** The bot's state after this turn; kept sealed, opened by `loadTurn`. */
  state: unknown;
  /** Motif code, once the person has said what it is about. */
  topic?: string | null;
  /** What the person needs, as far as it is understood; whoever is asked for already is not changed by it. */
  skill?: Skill;
  /** What was offered freely, as taxonomy codes. */
  facts?: readonly { axis: Axis; code: string }[];
  language?: Language;
}

/**
 * One turn of the bot: its lines, its state and what it learnt, in one change. A turn for a message that is answered already says
 * nothing and changes nothing, so that a job that runs twice is heard once.
 * @throws Conflict wrong-state when a person has taken over
 */
export async function sayAsBot(ctx: Context, input: SayAsBotInput): Promise<{ said: MessageView[] }> {
  return change(ctx, async (work) => {
    const { tx, audit } = work;
    const conversation = await lockConversation(tx, input.conversationId);
    permitConversation(ctx.actor, "conversation.say-as-bot", subjectOf(conversation));
    if (conversation.botSeq >= input.answeredSeq) return { said: [] };
    if (conversation.state !== "bot" && conversation.state !== "waiting") throw new Conflict("wrong-state");
    refuseUnknownCodes(input);

    const said: MessageView[] = [];
    for (const { text, quickReplies } of input.messages) {
      const { record } = await appendMessage(work, conversation, {
        author: "bot",
        authorId: null,
        text,
        quickReplies,
        clientId: null,
      });
      said.push(messageViewOf(record, text, new Map()));
    }
    await ctx.vault.loadKeys(tx, [conversation.vaultKeyId]);
    await updateConversation(work, conversation, {
      botSeq: input.answeredSeq,
      botState: ctx.vault.seal(conversation.vaultKeyId, botStatePlace(conversation.id), JSON.stringify(input.state)),
      topic: input.topic ?? conversation.topic,
      skill: conversation.state === "bot" ? (input.skill ?? conversation.skill) : conversation.skill,
      language: input.language ?? conversation.language,
    });
    if (await keepFacts(work, conversation, input.facts ?? [])) await panelChanged(work, conversation);
    audit("bot.said", {
      conversationId: conversation.id,
      answeredSeq: input.answeredSeq,
      messages: said.length,
      topic: input.topic ?? null,
    });
    return { said };
  });
}

export const botStatePlace = (conversationId: string) => ({ table: "conversation", column: "bot_state", row: conversationId });

function refuseUnknownCodes({ topic, facts = [] }: SayAsBotInput): void {
  const unknown = facts.filter((fact) => !isAxisCode(fact.axis, fact.code)).map((fact) => `facts.${fact.axis}`);
  if (topic && !isAxisCode("motif", topic)) unknown.push("topic");
  if (unknown.length > 0) throw new Invalid(unknown.map((path) => ({ path, message: "unknown code" })));
}

/** Where an axis holds one code, the latest word counts. @returns whether anything new was learnt */
async function keepFacts(
  { tx, ctx }: Change,
  { id }: Conversation,
  facts: readonly { axis: Axis; code: string }[],
): Promise<boolean> {
  if (facts.length === 0) return false;
  const single = facts.filter(({ axis }) => !MULTIPLE_AXES.includes(axis));
  for (const { axis, code } of single)
    await tx.collectedFact.deleteMany({ where: { conversationId: id, axis, code: { not: code } } });
  const { count } = await tx.collectedFact.createMany({
    data: facts.map(({ axis, code }) => ({ conversationId: id, axis, code, at: ctx.now })),
    skipDuplicates: true,
  });
  return count > 0;
}
