import { labelOf, type MotifCode } from "@/lib/contract/taxonomy";
import type { Bilingual } from "@/lib/contract/taxonomy/entry";
import type { Skill } from "@/lib/contract/roles";
import type { EscalationReason } from "@/lib/contract/views";
import type { BotState } from "./bot-state";
import { chooseSkill } from "./choose-skill";
import type { Intent } from "./read-intent";
import { linesOf } from "./say-lines";
import { familyStep, PERSON, PERSON_TITLE, sheetStep, type Reply, type Step, type WordKey } from "./script-shape";
import type { Decision, Turn } from "./turn";

/** Where the conversation stands when a person was just offered; not a step of the script. */
export const OFFER = "offer";

/** F3, F4: a person at once, with calm words; the emergency numbers when it cannot wait or nobody is there. */
export function raiseAlarm(turn: Turn): Decision {
  const { script, input, danger, signals } = turn;
  const words = script.words[alarmWords(turn)];
  const urgent = danger === "F4" || !input.open;
  // The alarm says itself that a robot speaks: at such a moment nothing longer stands before it.
  const say = [words, ...(urgent ? [script.words.emergency] : []), ...(input.open ? [] : [script.words.closed])];
  return escalated(turn, "danger_detected", say, signals);
}

/** A person was asked for, or the bot gives up. */
export function handOver(turn: Turn, reason: "user_request" | "fallback_limit"): Decision {
  const { script, input, signals } = turn;
  const words = reason === "user_request" ? script.words.handOver : script.words.fallback;
  const say = input.open ? [words] : [script.words.closed, script.words.emergency];
  return escalated(turn, reason, [...(turn.opening ? [turn.opening] : []), ...say], signals);
}

/** F2: a person is offered before anything else, then what helps now. */
export function offerPerson(turn: Turn, tapped: Step | undefined): Decision {
  const { script, input, before, state } = turn;
  const sheet = tapped ?? (state.subject && before.step !== OFFER ? script.steps[sheetStep(state.subject)] : undefined);
  const person: Reply = { title: PERSON_TITLE, to: PERSON };
  const menu = script.steps[script.menu]?.replies ?? [];
  const replies = sheet?.replies ?? [person, ...menu.filter((reply) => reply.to !== PERSON)];
  const closed = input.open ? [] : [script.words.closedOffer, script.words.emergency];
  const texts = [script.words.strongOffer, ...closed, ...(sheet?.say ?? [])];
  return answered(turn, texts, replies, { step: OFFER, misunderstood: 0 });
}

/** The person said no to the offer: nothing is insisted upon, everything stays open. */
export function decline(turn: Turn): Decision {
  const { script } = turn;
  return answered(turn, [script.words.offerDeclined], script.steps[script.menu]?.replies ?? [], {
    step: script.menu,
    misunderstood: 0,
  });
}

/** Goes to a step of the script; `first` is said before its own words. */
export function goTo(turn: Turn, id: string, ...first: Bilingual[]): Decision {
  const step = turn.script.steps[id] ?? turn.script.steps[turn.script.menu];
  if (!step) return handOver(turn, "fallback_limit");
  // The first step begins with the bot's own introduction.
  const from: Turn = step.id === turn.script.start ? { ...turn, opening: null } : turn;
  return answered(from, [...first, ...step.say], step.replies, { step: step.id, misunderstood: 0 });
}

/** Not understood: once is said so, with every way open; the second time in a row is for a person. */
export function misunderstand(turn: Turn, words: WordKey = "misunderstood"): Decision {
  const { script, state } = turn;
  const misunderstood = state.misunderstood + 1;
  const next = { ...turn, state: { ...state, misunderstood } };
  if (misunderstood >= script.patience) return handOver(next, "fallback_limit");
  const replies = script.steps[script.menu]?.replies ?? [];
  return answered(next, [script.words[words]], replies, { step: script.menu, misunderstood });
}

/** Free text without danger and without a wish for a person: the subject first, then questions, politeness, facts. */
export function answerWords(
  turn: Turn,
  subjects: readonly MotifCode[],
  intents: readonly Intent[],
  toldFacts: boolean,
): Decision {
  const { script, signals } = turn;
  const [best] = subjects;
  const polite = best === undefined || best === "horschamp.remerciement";
  if (!polite) return goTo(turn, sheetStep(best), ...(best.startsWith("horschamp.") ? [] : [subjectHeard(turn, best)]));
  if (intents.includes("about")) return goTo(turn, "about");
  const family = familyOf(signals);
  if (family) return goTo(turn, familyStep(family));
  if (intents.includes("thanks")) return goTo(turn, "bye");
  if (toldFacts) {
    const replies = script.steps[script.menu]?.replies ?? [];
    return answered(turn, [script.words.factsThanks], replies, { step: script.menu, misunderstood: 0 });
  }
  // A greeting is answered once; repeated, it is somebody who does not find the words.
  if (intents.includes("greeting") && turn.before.step !== script.menu) return goTo(turn, script.menu);
  if (intents.includes("menu")) return goTo(turn, script.menu);
  return misunderstand(turn);
}

function alarmWords({ danger, signals }: Turn): WordKey {
  if (signals.some((code) => /^(suicide|ideas|intent|plan|farewell|will-do|pills|in-hand|emergency)/.test(code)))
    return "dangerSuicide";
  return danger === "F4" ? "dangerHarm" : "dangerGrave";
}

/** Distress without a subject still has a family to ask about. */
function familyOf(signals: readonly string[]): string | null {
  if (signals.includes("bullying")) return "harcelement";
  if (signals.some((code) => code.startsWith("predation"))) return "predation";
  if (signals.some((code) => code.startsWith("intimate"))) return "intime";
  if (signals.some((code) => code.startsWith("violence"))) return "harcelement";
  return signals.includes("distress") ? "detresse" : null;
}

function subjectHeard({ script }: Turn, motif: MotifCode): Bilingual {
  const named = (language: "fr" | "en") =>
    script.words.heard[language].replace("{subject}", labelOf("motif", motif, language).toLowerCase());
  return { fr: named("fr"), en: named("en") };
}

function answered(
  turn: Turn,
  texts: readonly Bilingual[],
  replies: readonly Reply[],
  moved: Pick<BotState, "step" | "misunderstood">,
): Decision {
  const { input, state, danger, signals, opening } = turn;
  const say = linesOf([...(opening ? [opening] : []), ...texts], replies, input.language, input.numbers);
  return { say, state: { ...state, ...moved }, escalate: null, skill: skillOf(turn, signals), danger, signals };
}

function escalated(turn: Turn, reason: EscalationReason, texts: readonly Bilingual[], signals: string[]): Decision {
  const { script, input, state, danger } = turn;
  const skill = skillOf(turn, signals);
  return {
    say: linesOf(texts, [], input.language, input.numbers),
    state: { ...state, step: script.menu, misunderstood: 0, escalated: reason },
    escalate: { reason, skill },
    skill,
    danger,
    signals,
  };
}

function skillOf({ text, state }: Turn, signals: readonly string[]): Skill {
  return chooseSkill(text, state.subject, [...signals, ...state.factors]);
}
