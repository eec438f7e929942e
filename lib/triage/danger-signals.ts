import { dangerRank, type DangerLevel } from "@/lib/contract/danger";
import {
  DANGER_VOCABULARY,
  FICTION_STEMS,
  GAME_STEMS,
  LAUGH_STEMS,
  RULES_BY_FIRST_WORD,
  RULES_FOR_ANY_WORD,
  TRIVIAL_STEMS,
  type CompiledRule,
} from "./danger-rules/all";
import { COMBINATIONS, LASTING_FACTORS } from "./danger-rules/combinations";
import type { DangerFactor, DangerRule } from "./danger-rules/rule";
import { isNegated, isThreatened } from "./negation";
import { normalise, type Token } from "./normalise";
import { matchAt, type Effort, type WordMatch } from "./word-pattern";

export type { DangerFactor } from "./danger-rules/rule";

/** Why a level was read: the rule, its level, and where its words stand in the message. */
interface DangerSignal {
  code: string;
  level: DangerLevel;
  span?: { start: number; end: number };
}

export interface DangerReading {
  /** F0 when nothing was heard. Never FX: the bot has read the message. */
  level: DangerLevel;
  signals: DangerSignal[];
  /** Factors that stay true; hand them to the next reading of the same conversation. */
  factors: DangerFactor[];
  /** Comparisons made, for the test that bounds them. */
  steps: number;
}

const CLOSE_ONES = new Set(["ma", "mon", "my", "notre"]);
const THIRD_PERSON = new Set(["se", "s", "elle", "il", "herself", "himself"]);
const FIRST_PERSON = new Set(["je", "j", "me", "m", "moi", "i", "myself"]);

interface Found {
  rule: DangerRule;
  match: WordMatch;
}

/**
 * Listens for danger in one message of a teenager, French or English (both are always read: they mix them). `earlier` are the
 * factors of the previous messages, so that "je veux mourir", then "j'ai les cachets à côté de moi" are heard together.
 * Pure, explainable, linear in the length of the text. It only ever suggests to raise: a person lowers.
 */
export function readDangerSignals(text: string, earlier: readonly DangerFactor[] = []): DangerReading {
  const tokens = normalise(text, DANGER_VOCABULARY);
  const effort: Effort = { steps: 0 };
  const found = findAll(tokens, effort);
  const taken = wordsTaken(found);
  const context = contextOf(tokens);

  const signals: DangerSignal[] = [];
  const factors = new Set<DangerFactor>(earlier);
  for (const { rule, match } of found) {
    if (!speaks(rule, match, tokens, taken, context)) continue;
    if (rule.factor) factors.add(rule.factor);
    const level = context.joking && (rule.factor === "ideas" || rule.factor === "intent") ? "F1" : rule.level;
    if (level !== "F0") signals.push({ code: rule.code, level, span: spanOf(tokens, match) });
  }
  if (!context.joking) {
    const fresh = found.some(({ rule, match }) => rule.factor && speaks(rule, match, tokens, taken, context));
    for (const { code, level, all } of COMBINATIONS) {
      if (fresh && all.every((factor) => factors.has(factor))) signals.push({ code, level });
    }
  }
  const kept = strongest(signals);
  return {
    level: kept[0]?.level ?? "F0",
    signals: kept,
    factors: [...factors].filter((f) => LASTING_FACTORS.has(f)),
    steps: effort.steps,
  };
}

function findAll(tokens: readonly Token[], effort: Effort): Found[] {
  const found: Found[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const rules: readonly CompiledRule[] = RULES_BY_FIRST_WORD.get(tokens[at]?.word ?? "") ?? [];
    for (const { rule, pattern } of [...rules, ...RULES_FOR_ANY_WORD]) {
      const match = matchAt(pattern, tokens, at, effort);
      if (match) found.push({ rule, match });
    }
  }
  return found;
}

/** Which rule took which word away; an idiom is stronger than a quotation that carries a level. */
function wordsTaken(found: readonly Found[]): ReadonlyMap<number, DangerRule> {
  const taken = new Map<number, DangerRule>();
  const take = (masks: readonly Found[]) => {
    for (const { rule, match } of masks) for (let at = match.from; at < match.to; at += 1) taken.set(at, rule);
  };
  take(found.filter(({ rule }) => rule.masks && rule.level !== "F0"));
  take(found.filter(({ rule }) => rule.masks && rule.level === "F0"));
  return taken;
}

function speaks(
  rule: DangerRule,
  match: WordMatch,
  tokens: readonly Token[],
  taken: ReadonlyMap<number, DangerRule>,
  context: Context,
): boolean {
  if (rule.masks && rule.level === "F0") return false;
  if ((rule.serious && context.laughing) || (rule.playful && context.game) || (rule.fiction && context.fiction)) return false;
  for (let at = match.from; at < match.to; at += 1) {
    const taker = taken.get(at);
    if (taker && taker !== rule && !match.skipped.includes(at)) return false;
  }
  if (context.tale && isSomeoneElse(tokens, match)) return false;
  if (rule.done && isThreatened(tokens, match)) return false;
  return rule.always === true || !isNegated(tokens, match);
}

interface Context {
  game: boolean;
  fiction: boolean;
  /** Fiction, and nobody close is named: what "elle" does there is a tale. */
  tale: boolean;
  laughing: boolean;
  joking: boolean;
}

function contextOf(tokens: readonly Token[]): Context {
  const has = (words: ReadonlySet<string>) => tokens.some((token) => words.has(token.word));
  const laughing = has(LAUGH_STEMS);
  return {
    game: has(GAME_STEMS),
    fiction: has(FICTION_STEMS),
    tale: has(FICTION_STEMS) && !has(CLOSE_ONES),
    laughing,
    joking: laughing && has(TRIVIAL_STEMS),
  };
}

function isSomeoneElse(tokens: readonly Token[], match: WordMatch): boolean {
  const words = tokens.slice(match.from, match.to).map((token) => token.word);
  return words.some((word) => THIRD_PERSON.has(word)) && !words.some((word) => FIRST_PERSON.has(word));
}

function spanOf(tokens: readonly Token[], match: WordMatch) {
  return { start: tokens[match.from]?.start ?? 0, end: tokens[match.to - 1]?.end ?? 0 };
}

/** Strongest first, one signal a code. */
function strongest(signals: readonly DangerSignal[]): DangerSignal[] {
  const byCode = new Map<string, DangerSignal>();
  for (const signal of signals) {
    const known = byCode.get(signal.code);
    if (!known || dangerRank(known.level) < dangerRank(signal.level)) byCode.set(signal.code, signal);
  }
  return [...byCode.values()].sort((a, b) => dangerRank(b.level) - dangerRank(a.level));
}
