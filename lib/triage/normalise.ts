import { SMS_WORDS } from "./sms-words";

/** One word as the rules read it, and where it stands in what the person typed. */
export interface Token {
  word: string;
  start: number;
  end: number;
  /** What stands before it: nothing, a comma-like pause, or the end of a sentence. */
  pause: 0 | 1 | 2;
}

/** Nobody types a longer word; beyond it, look-ups on glued words would only cost. */
const LONGEST_WORD = 40;
const PIECES = /[\p{L}\p{M}\p{N}@$*]+|\p{Extended_Pictographic}|[.!?;\n…]|[,:()"«»–—/|-]|['’`´]/gu;
const LEET: Record<string, string> = { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", $: "s", "*": "" };
/** Words the stemming would confuse with another one: cutter (blade) and cute, poisson and poison, violent and viol. */
const KEPT_WHOLE = new Set(["cutter", "poisson", "violent", "violents", "violente", "nuit", "mer", "fer"]);
const NEGATED_VERBS = new Set([
  "don",
  "won",
  "can",
  "didn",
  "doesn",
  "isn",
  "wasn",
  "wouldn",
  "couldn",
  "haven",
  "shouldn",
  "aren",
]);
const NEVER_AFTER_ARTICLE = new Set(["j", "je", "il", "elle", "ils", "y", "ya", "et", "mais", "tu", "maintenant"]);
const CLITICS = "jmtsdln";

/**
 * The form a word is compared in: lower case, no accents, doubled letters once, no mute plural, -er/-é/-ée/-ez alike. Rules and
 * messages pass through the same function, so a rule is written in ordinary spelling.
 */
export function stem(word: string): string {
  const plain = deaccent(word);
  if (KEPT_WHOLE.has(plain)) return plain;
  let stemmed = plain.replace(/(\p{L})\1+/gu, "$1");
  if (stemmed.length > 3 && /[sxz]$/.test(stemmed)) stemmed = stemmed.slice(0, -1);
  if (stemmed.length > 3 && stemmed.endsWith("er")) stemmed = stemmed.slice(0, -1);
  return stemmed;
}

/** The form of a word in a rule: a spelling the normaliser rewrites ("fait" → "fais") is rewritten here too. */
export function ruleStem(word: string): string {
  const meaning = SMS_WORDS.get(word);
  return stem(meaning?.length === 1 ? (meaning[0] ?? word) : word);
}

/**
 * Reads what a teenager typed as a list of comparable words: SMS spelling, leetspeak, glued words ("jveuxmourir"), spaced
 * letters ("m o u r i r"). `vocabulary` holds the stems the rules know; glued words are only split into those.
 */
export function normalise(text: string, vocabulary: ReadonlySet<string>): Token[] {
  const tokens: Token[] = [];
  let pause: 0 | 1 | 2 = 0;
  let glued = false;
  for (const match of text.matchAll(PIECES)) {
    const piece = match[0];
    const start = match.index;
    if (/^['’`´]$/.test(piece)) {
      glued = true;
      continue;
    }
    if (/^[.!?;\n…]$/.test(piece)) {
      pause = 2;
    } else if (/^[,:()"«»–—/|-]$/.test(piece)) {
      if (pause === 0) pause = 1;
    } else {
      const last = tokens.at(-1);
      if (glued && last && piece.toLowerCase() === "t" && NEGATED_VERBS.has(last.word)) {
        tokens.push({ word: "not", start, end: start + 1, pause: 0 });
      } else {
        // "c'est": the letter before the apostrophe is not the "c" that stands for "c'est".
        const elided = piece.length === 1 && /['’`´]/.test(text.charAt(start + 1));
        for (const word of elided ? [stem(piece)] : wordsOf(piece.slice(0, LONGEST_WORD), vocabulary)) {
          tokens.push({ word, start, end: start + piece.length, pause });
          pause = 0;
        }
      }
    }
    glued = false;
  }
  return joinSpacedLetters(text, tokens, vocabulary).map(placeOrArticle);
}

function wordsOf(piece: string, vocabulary: ReadonlySet<string>): string[] {
  if (piece.toLowerCase() === "là") return ["ici"];
  const plain = deaccent(piece).replace(/(\p{L})\1{2,}/gu, "$1");
  const known = SMS_WORDS.get(plain) ?? SMS_WORDS.get(plain.replace(/(\p{L})\1+/gu, "$1"));
  if (known) return known.map(stem);
  if (vocabulary.has(stem(plain))) return [stem(plain)];
  if (/[0-9@$*]/.test(plain) && /\p{L}/u.test(plain)) return wordsWithDigits(plain, vocabulary);
  return split(plain, vocabulary);
}

function wordsWithDigits(plain: string, vocabulary: ReadonlySet<string>): string[] {
  const read = plain.replace(/[0134579@$*]/g, (sign) => LEET[sign] ?? sign);
  const known = SMS_WORDS.get(read);
  if (known) return known.map(stem);
  if (vocabulary.has(stem(read))) return [stem(read)];
  const parts = plain.match(/\d+|\p{L}+/gu) ?? [];
  if (/^\d/.test(plain) || parts.length > 3)
    return parts.flatMap((part) => (/^\d/.test(part) ? [part] : split(part, vocabulary)));
  return split(read, vocabulary);
}

/** "jveux" → je veux, "mtuer" → m tuer, "jeveuxmourir" → je veux mourir; a word it cannot split stays whole. */
function split(plain: string, vocabulary: ReadonlySet<string>): string[] {
  const whole = stem(plain);
  const rest = plain.slice(1);
  if (/^j[bcdfghklmnpqrstvwxz]/.test(plain) && rest.length > 1)
    return ["je", ...(SMS_WORDS.get(rest)?.map(stem) ?? split(rest, vocabulary))];
  if (plain.length > 4 && CLITICS.includes(plain.charAt(0)) && vocabulary.has(stem(rest))) return [plain.charAt(0), stem(rest)];
  if (plain.length < 8) return [whole];
  return unglue(plain, vocabulary) ?? [whole];
}

/** Cuts a glued word into words of the vocabulary, fewest first; null when it cannot be cut without a remainder. */
function unglue(plain: string, vocabulary: ReadonlySet<string>): string[] | null {
  const best: (string[] | null)[] = [[]];
  for (let end = 1; end <= plain.length; end += 1) {
    let found: string[] | null = null;
    for (let start = Math.max(0, end - 14); start < end; start += 1) {
      const before = best[start];
      const part = plain.slice(start, end);
      if (!before || !(CLITICS.includes(part) || (part.length > 1 && vocabulary.has(stem(part))))) continue;
      if (!found || before.length + 1 < found.length) found = [...before, stem(part)];
    }
    best.push(found);
  }
  const words = best.at(-1);
  return words && words.length > 1 && words.length <= plain.length / 2.5 && words.some((word) => word.length >= 5) ? words : null;
}

/** "m o u r i r", "m.o.u.r.i.r": four or more single letters in a row are one word when the rules know it. */
function joinSpacedLetters(text: string, tokens: readonly Token[], vocabulary: ReadonlySet<string>): Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    let end = at;
    while (end < tokens.length && end - at < LONGEST_WORD && tokens[end]!.end - tokens[end]!.start === 1) end += 1;
    const first = tokens[at]!;
    const last = tokens[end - 1];
    const letters = tokens.slice(at, end).filter((token, i, run) => token.start !== run[i - 1]?.start);
    const word = stem(letters.map((token) => text.charAt(token.start)).join(""));
    if (last && letters.length >= 4 && vocabulary.has(word)) {
      joined.push({ word, start: first.start, end: last.end, pause: first.pause });
      at = end;
    } else {
      joined.push(first);
      at += 1;
    }
  }
  return joined;
}

/** "la" at the end of a sentence is the place or the moment (là), never the article. */
function placeOrArticle(token: Token, at: number, tokens: readonly Token[]): Token {
  if (token.word !== "la") return token;
  const next = tokens[at + 1];
  return !next || next.pause > 0 || NEVER_AFTER_ARTICLE.has(next.word) ? { ...token, word: "ici" } : token;
}

function deaccent(text: string): string {
  return text.toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").normalize("NFD").replace(/\p{M}/gu, "");
}
