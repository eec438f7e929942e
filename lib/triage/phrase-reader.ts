import { isNegated } from "./negation";
import { normalise, type Token } from "./normalise";
import { compilePattern, matchAt, patternWords, type Lexicon, type WordMatch, type WordPattern } from "./word-pattern";

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

/** Finds the phrases of a list in a message, whatever its spelling; denied ones ("pas envie de parler") are left out. */
export function phraseReader<K extends string>(lists: Readonly<Record<K, readonly string[]>>, lexicon: Lexicon = {}) {
  const compiled: { key: K; pattern: WordPattern }[] = [];
  for (const key of Object.keys(lists) as K[]) {
    for (const source of lists[key]) compiled.push({ key, pattern: compilePattern(source, lexicon) });
  }
  const vocabulary = new Set(compiled.flatMap(({ pattern }) => patternWords(pattern)));
  return (text: string): PhraseReading<K> => {
    const tokens = normalise(text, vocabulary);
    const hits: PhraseHit<K>[] = [];
    for (let at = 0; at < tokens.length; at += 1) {
      for (const { key, pattern } of compiled) {
        const match = matchAt(pattern, tokens, at, { steps: 0 });
        if (match && !isNegated(tokens, match)) hits.push({ key, match, weight: match.to - match.from - match.skipped.length });
      }
    }
    return { tokens, hits };
  };
}
