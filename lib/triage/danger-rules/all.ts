import { stem } from "../normalise";
import { compilePattern, firstWords, patternWords, type WordPattern } from "../word-pattern";
import { FICTION_WORDS, GAME_WORDS, LAUGH_WORDS, TRIVIAL_WORDS } from "./contexts";
import { DISTRESS_RULES } from "./distress";
import { ENGLISH_RULES } from "./english";
import { ENGLISH_HARM_RULES } from "./english-harm";
import { IDIOM_RULES } from "./idioms";
import { DANGER_LEXICON } from "./lexicon";
import type { DangerRule } from "./rule";
import { SEXUAL_RULES } from "./sexual";
import { SUICIDE_RULES } from "./suicide";
import { SUICIDE_PLAN_RULES } from "./suicide-plans";
import { SUICIDE_NOW_RULES } from "./suicide-now";
import { VIOLENCE_RULES } from "./violence";

/** Every rule of the house, as written. */
export const DANGER_RULES: readonly DangerRule[] = [
  ...IDIOM_RULES,
  ...SUICIDE_RULES,
  ...SUICIDE_PLAN_RULES,
  ...SUICIDE_NOW_RULES,
  ...VIOLENCE_RULES,
  ...SEXUAL_RULES,
  ...DISTRESS_RULES,
  ...ENGLISH_RULES,
  ...ENGLISH_HARM_RULES,
];

export interface CompiledRule {
  rule: DangerRule;
  pattern: WordPattern;
}

const compiled: readonly CompiledRule[] = DANGER_RULES.flatMap((rule) =>
  rule.patterns.map((source) => ({ rule, pattern: compilePattern(source, DANGER_LEXICON) })),
);

/** The rules that can begin with a word; those that can begin with anything are tried everywhere. */
export const RULES_BY_FIRST_WORD: ReadonlyMap<string, readonly CompiledRule[]> = byFirstWord();
export const RULES_FOR_ANY_WORD: readonly CompiledRule[] = compiled.filter(({ pattern }) => firstWords(pattern) === null);

/** The most comparisons one word of a message can cost, all rules together: the bound the test holds the reading to. */
export const COST_PER_WORD = compiled.reduce((sum, { pattern }) => sum + pattern.cost, 0);

const stems = (words: string) => new Set(words.split(/\s+/).map(stem));
export const GAME_STEMS: ReadonlySet<string> = stems(GAME_WORDS);
export const FICTION_STEMS: ReadonlySet<string> = stems(FICTION_WORDS);
export const LAUGH_STEMS: ReadonlySet<string> = stems(LAUGH_WORDS);
export const TRIVIAL_STEMS: ReadonlySet<string> = stems(TRIVIAL_WORDS);

/** Everything the rules know, for the normaliser: it splits glued words only into these. */
export const DANGER_VOCABULARY: ReadonlySet<string> = new Set([
  ...compiled.flatMap(({ pattern }) => patternWords(pattern)),
  ...[...GAME_STEMS, ...FICTION_STEMS, ...TRIVIAL_STEMS],
]);

function byFirstWord(): ReadonlyMap<string, readonly CompiledRule[]> {
  const map = new Map<string, CompiledRule[]>();
  for (const entry of compiled) {
    for (const word of new Set(firstWords(entry.pattern) ?? [])) {
      const list = map.get(word);
      if (list) list.push(entry);
      else map.set(word, [entry]);
    }
  }
  return map;
}
