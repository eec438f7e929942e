import { dangerRank } from "@/lib/contract/danger";
import type { Language, Skill } from "@/lib/contract/roles";
import type { LineView } from "@/lib/contract/views";
import { assessDanger } from "@/lib/conversations/assess-danger";
import { loadTurn, type Turn } from "@/lib/conversations/bot-state";
import { lockConversation } from "@/lib/conversations/load";
import { sayAsBot } from "@/lib/conversations/say-as-bot";
import { change } from "@/lib/core/change";
import { config } from "@/lib/core/config";
import type { Context } from "@/lib/core/context";
import { readSettings } from "@/lib/core/settings";
import { escalate } from "@/lib/routing/escalate";
import { readLine } from "@/lib/shifts/read-line";
import { factPairs } from "./bot-state";
import { decide, type BotSay, type Decision } from "./decide";
import { SCRIPT } from "./script";

/**
 * Job `triage.take-turn`: the bot reads what the person wrote since its last turn, and answers, raises the danger or asks for a person,
 * in one change. While a person is waited for it only listens: a danger heard then moves the conversation up, and an imminent one
 * gets its words and numbers. Run twice, or after somebody took over, it does nothing.
 */
export async function takeTurn(ctx: Context, { conversationId }: { conversationId: string }): Promise<void> {
  await change(ctx, async (work) => {
    // Locked before it is read: somebody may take it, or the child may leave, while the bot is thinking.
    await lockConversation(work.tx, conversationId);
    const turn = await loadTurn(work.ctx, conversationId);
    if (turn === null) return;
    const { numbers } = await readSettings(work.tx);
    const line = await readLine(work.tx, ctx.now, { aroundTheClock: config().demoHours === "always" });
    const { language } = turn.conversation;
    const decision = decide(SCRIPT, turn.state, {
      text: turn.unanswered.map((message) => message.text).join("\n"),
      quickReply: turn.unanswered.at(-1)?.payload ?? undefined,
      language,
      open: line.open,
      firstTurn: turn.state === null,
      waiting: turn.conversation.state === "waiting",
      numbers,
    });

    await assessDanger(work.ctx, { conversationId, level: decision.danger, answers: {}, signals: decision.signals });
    const say = wordsNow(turn, decision).map((words) => ({ ...words, text: withOpening(words.text, line, language) }));
    await sayAsBot(work.ctx, {
      conversationId,
      answeredSeq: turn.lastVisitorSeq,
      messages: say,
      state: decision.state,
      topic: decision.state.subject,
      skill: understood(decision.skill),
      facts: factPairs(decision.state.facts),
    });
    if (decision.escalate) await escalate(work.ctx, { conversationId, ...wanted(decision.escalate) });
  });
}

/** Listening is what everybody needs: it says nothing new about somebody whose need an earlier word has told. */
function understood(skill: Skill): Skill | undefined {
  return skill === "listening" ? undefined : skill;
}

/** In danger whoever listens is right; nobody waits for a jurist because of an earlier question. */
function wanted({ reason, skill }: NonNullable<Decision["escalate"]>) {
  return { reason, skill: reason === "danger_detected" ? skill : understood(skill) };
}

/** Who waits for a person hears no more orientation; help with an imminent danger does not wait. */
function wordsNow({ conversation }: Turn, decision: Decision): BotSay[] {
  if (conversation.state === "bot") return decision.say;
  const rises = dangerRank(decision.danger) > dangerRank(conversation.danger);
  return rises && decision.danger === "F4" ? decision.say : [];
}

/** "{nextOpening}" in words of the clock in Paris: "demain à 9 h". */
function withOpening(text: string, line: LineView, language: Language): string {
  if (!text.includes("{nextOpening}")) return text;
  const when = line.nextOpening === null ? null : new Date(line.nextOpening);
  const words = when?.toLocaleString(language, { timeZone: "Europe/Paris", weekday: "long", hour: "numeric", minute: "2-digit" });
  return text.replaceAll("{nextOpening}", words ?? (language === "fr" ? "dès que possible" : "as soon as possible"));
}
