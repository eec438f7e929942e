import { dangerRank } from "@/lib/contract/danger";
import type { Language } from "@/lib/contract/roles";
import type { EmergencyNumbers } from "@/lib/contract/views";
import { answerWords, decline, goTo, handOver, misunderstand, offerPerson, OFFER, raiseAlarm } from "./answers";
import { readState, type BotState } from "./bot-state";
import { readDangerSignals } from "./danger-signals";
import { highest, motifDanger } from "./motif-danger";
import { readFacts, type Facts } from "./read-facts";
import { readIntents } from "./read-intent";
import { readSubjects } from "./read-subject";
import { linesOf, type BotSay } from "./say-lines";
import { PERSON, type Script } from "./script-shape";
import type { Decision, Turn, TurnInput } from "./turn";

export type { BotSay } from "./say-lines";
export type { Decision, TurnInput } from "./turn";

/**
 * One turn of the bot, for a conversation that is with the bot (`stored` is its state, null at first). Danger comes first, at any
 * step: F3 and F4 ask for a person at once, F2 offers one before anything else. Then the wish for a person, the button, the
 * subject, small talk; what is not understood twice in a row is for a person. Pure; any text gets an answer.
 */
export function decide(script: Script, stored: unknown, input: TurnInput): Decision {
  const before = readState(stored, script.start);
  const step = Object.hasOwn(script.steps, input.quickReply ?? "") ? script.steps[input.quickReply ?? ""] : undefined;
  const text = wordsBeside(script, input);

  const reading = readDangerSignals(text, before.factors);
  const signals = reading.signals.map((signal) => signal.code);
  const said = readFacts(text);
  const facts = merge(before.facts, said);
  const subjects = step?.motif ? [step.motif] : readSubjects(text, signals);
  const danger = highest(reading.level, step?.motif ? motifDanger(step.motif, facts) : "F0");
  const state: BotState = {
    ...before,
    facts,
    subject: subjects.find((motif) => !motif.startsWith("horschamp.")) ?? before.subject,
    danger: highest(before.danger, danger),
    factors: reading.factors,
    escalated: null,
  };
  const opening = input.firstTurn ? script.words.robot : before.escalated ? script.words.comeBack : null;
  const turn: Turn = { script, input, before, state, text, danger, signals, opening };

  if (dangerRank(danger) >= dangerRank("F3")) return raiseAlarm(turn);
  if (input.waiting)
    return { say: [], state: { ...state, escalated: before.escalated }, escalate: null, skill: "listening", danger, signals };
  const intents = step ? [] : readIntents(text);
  const agrees = before.step === OFFER && intents.includes("yes") && !intents.includes("no");
  if (input.quickReply === PERSON || intents.includes("person") || agrees) return handOver(turn, "user_request");
  if (danger === "F2") return offerPerson(turn, step);
  if (step) return goTo(turn, step.id);
  if (text.trim() === "") return misunderstand(turn, "noImage");
  if (before.step === OFFER && intents.includes("no")) return decline(turn);
  return answerWords(turn, subjects, intents, Object.keys(said).length > 0);
}

/** The bot's first words, before the person has written anything. */
export function welcome(script: Script, language: Language, numbers: EmergencyNumbers): BotSay[] {
  const start = script.steps[script.start];
  return start ? linesOf(start.say, start.replies, language, numbers) : [];
}

/** What was written besides the tapped button: the title of a button ("Chantage : argent") is our words, not the child's. */
function wordsBeside(script: Script, { text = "", quickReply }: TurnInput): string {
  if (quickReply === undefined) return text;
  const titles = new Set<string>();
  for (const step of Object.values(script.steps)) {
    for (const { title, to } of step.replies) if (to === quickReply) titles.add(title.fr).add(title.en);
  }
  return text
    .split("\n")
    .filter((line) => !titles.has(line.trim()))
    .join("\n");
}

function merge(known: Facts, said: Facts): Facts {
  const platforms = [...new Set([...(known.platforms ?? []), ...(said.platforms ?? [])])];
  return { ...known, ...said, ...(platforms.length > 0 ? { platforms } : {}) };
}
