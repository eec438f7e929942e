import { ruleStem, type Token } from "./normalise";

/**
 * The little language of the rules. `je veux ~3 mourir|crever` reads: "je", "veux", then within three words "mourir" or
 * "crever". `ce+soir` is a phrase, `word?` may be missing, `suicid*` is a beginning, `@refl` a list of words. A gap never
 * crosses the end of a sentence. No regular expression is built: the work is bounded by `cost`, whatever the text.
 */
export interface WordPattern {
  source: string;
  elements: readonly Element[];
  /** Upper bound of comparisons for one starting word. */
  cost: number;
}

interface Element {
  /** Phrases by their first word. */
  phrases: ReadonlyMap<string, readonly (readonly string[])[]>;
  beginnings: readonly string[];
  optional: boolean;
  gap: number;
}

export interface WordMatch {
  from: number;
  to: number;
  /** Indexes of the words that were skipped inside the match: a negation hides there. */
  skipped: readonly number[];
}

/** Counts comparisons, so that a test can hold the work to its bound. */
export interface Effort {
  steps: number;
}

export type Lexicon = Readonly<Record<string, string>>;

/** Reads one pattern; a list that does not exist is a mistake of ours and throws at start. */
export function compilePattern(source: string, lexicon: Lexicon = {}): WordPattern {
  const elements: Element[] = [];
  let gap = 0;
  for (const part of source.trim().split(/\s+/)) {
    if (part.startsWith("~")) {
      gap = Number(part.slice(1));
      continue;
    }
    const optional = part.endsWith("?");
    const words = (optional ? part.slice(0, -1) : part).split("|").flatMap((word) => alternatives(word, lexicon));
    elements.push({
      phrases: byFirstWord(words.filter((word) => !word.endsWith("*"))),
      beginnings: words.filter((word) => word.endsWith("*")).map((word) => word.slice(0, -1)),
      optional,
      gap,
    });
    gap = 0;
  }
  const cost =
    elements.reduce((product, element) => product * (element.gap + 1) * (element.optional ? 2 : 1), 1) * longest(elements);
  return { source, elements, cost };
}

/** Every stem a pattern can begin with; null when it can begin with anything (a beginning such as `suicid*`). */
export function firstWords(pattern: WordPattern): readonly string[] | null {
  const words: string[] = [];
  for (const element of pattern.elements) {
    if (element.beginnings.length > 0) return null;
    words.push(...element.phrases.keys());
    if (!element.optional) return words;
  }
  return words;
}

/** Every stem a pattern knows, for the vocabulary of the normaliser. */
export function patternWords(pattern: WordPattern): readonly string[] {
  return pattern.elements.flatMap((element) => [...element.phrases.values()].flat(2));
}

/** Tries the pattern at one word of the text. */
export function matchAt(pattern: WordPattern, tokens: readonly Token[], at: number, effort: Effort): WordMatch | null {
  const first = pattern.elements[0];
  if (!first) return null;
  return matchFrom(pattern.elements, 0, tokens, at, effort, at, []);
}

function matchFrom(
  elements: readonly Element[],
  index: number,
  tokens: readonly Token[],
  at: number,
  effort: Effort,
  from: number,
  skipped: readonly number[],
): WordMatch | null {
  const element = elements[index];
  if (!element) return { from, to: at, skipped };
  for (let gap = 0; gap <= element.gap; gap += 1) {
    const start = at + gap;
    if (index > 0 && crossesSentence(tokens, at, start)) break;
    const over = gap === 0 ? skipped : [...skipped, ...range(at, start)];
    for (const length of lengthsAt(element, tokens, start, effort)) {
      const found = matchFrom(elements, index + 1, tokens, start + length, effort, from, over);
      if (found) return found;
    }
  }
  return element.optional ? matchFrom(elements, index + 1, tokens, at, effort, from, skipped) : null;
}

function lengthsAt(element: Element, tokens: readonly Token[], start: number, effort: Effort): number[] {
  effort.steps += 1;
  const word = tokens[start]?.word;
  if (word === undefined) return [];
  const lengths: number[] = [];
  for (const phrase of element.phrases.get(word) ?? []) {
    if (phrase.every((part, i) => tokens[start + i]?.word === part)) lengths.push(phrase.length);
  }
  if (element.beginnings.some((beginning) => word.startsWith(beginning))) lengths.push(1);
  return lengths;
}

/** True when a sentence ends between the last word read and the one tried. */
function crossesSentence(tokens: readonly Token[], at: number, start: number): boolean {
  for (let i = at; i <= start; i += 1) if (tokens[i]?.pause === 2) return true;
  return false;
}

function alternatives(word: string, lexicon: Lexicon): string[] {
  const name = /@([a-z]+)/.exec(word)?.[1];
  if (name === undefined) return [word];
  const list = lexicon[name];
  if (list === undefined) throw new Error(`No list named @${name} in the lexicon`);
  return list.split(/\s+/).flatMap((entry) => alternatives(word.replace(`@${name}`, entry), lexicon));
}

function byFirstWord(words: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const map = new Map<string, string[][]>();
  for (const word of words) {
    const phrase = word.split("+").map(ruleStem);
    const [first = ""] = phrase;
    map.set(first, [...(map.get(first) ?? []), phrase]);
  }
  return map;
}

function longest(elements: readonly Element[]): number {
  return Math.max(
    ...elements.map((element) => Math.max(1, ...[...element.phrases.values()].flat().map((phrase) => phrase.length))),
  );
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
