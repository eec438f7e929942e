import { isNegated } from "./negation";
import { normalise, type Token } from "./normalise";
import {
  compilePattern,
  firstWords,
  matchAt,
  patternWords,
  type Lexicon,
  type WordMatch,
  type WordPattern,
} from "./word-pattern";

interface PhraseHit<K> {
  key: K;
  match: WordMatch;
  /** How many words the pattern asks for: a longer phrase knows more. */
  weight: number;
}

export interface PhraseReading<K> {
  tokens: readonly Token[];
  hits: readonly PhraseHit<K>[];
}

interface Phrase<K> {
  key: K;
  pattern: WordPattern;
}

/** Finds the phrases of a list in a message, whatever its spelling; denied ones ("pas envie de parler") are left out. */
export function phraseReader<K extends string>(lists: Readonly<Record<K, readonly string[]>>, lexicon: Lexicon = {}) {
  const compiled: Phrase<K>[] = [];
  for (const key of Object.keys(lists) as K[]) {
    for (const source of lists[key]) compiled.push({ key, pattern: compilePattern(source, lexicon) });
  }
  const candidatesFor = byFirstWord(compiled);
  const vocabulary = new Set(compiled.flatMap(({ pattern }) => patternWords(pattern)));
  return (text: string): PhraseReading<K> => {
    const tokens = normalise(text, vocabulary);
    const hits: PhraseHit<K>[] = [];
    for (let at = 0; at < tokens.length; at += 1) {
      for (const { key, pattern } of candidatesFor(tokens[at]!.word)) {
        const match = matchAt(pattern, tokens, at, { steps: 0 });
        if (match && !isNegated(tokens, match)) hits.push({ key, match, weight: match.to - match.from - match.skipped.length });
      }
    }
    return { tokens, hits };
  };
}

/**
 * The phrases that can begin with a word, in the order they were written. Trying every phrase at every word took a tenth of a second
 * for one long message: a handful of them would have held up everybody.
 */
function byFirstWord<K>(compiled: readonly Phrase<K>[]): (word: string) => readonly Phrase<K>[] {
  const begins = compiled.map((phrase) => ({ phrase, words: firstWords(phrase.pattern) }));
  const anywhere = begins.filter(({ words }) => words === null).map(({ phrase }) => phrase);
  const known = new Map<string, readonly Phrase<K>[]>();
  for (const word of new Set(begins.flatMap(({ words }) => words ?? []))) {
    known.set(
      word,
      begins.filter(({ words }) => words === null || words.includes(word)).map(({ phrase }) => phrase),
    );
  }
  return (word) => known.get(word) ?? anywhere;
}
