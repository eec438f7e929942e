import { stem, type Token } from "./normalise";
import type { WordMatch } from "./word-pattern";

const set = (words: string) => new Set(words.split(" ").map(stem));

const NEGATORS = set("pas jamais aucun aucune sans not never no dont nullement");
/** "Jamais autant", "pas que": words after a negator that turn it round. */
const TURNED_ROUND = set("autant aussi que seulement juste mal");
/** Someone new speaks or a new thought begins: a "pas" before it belongs to something else. */
const BEGINNINGS = set(
  "je j il elle on ils elles tu mais car parce donc et ou i he she they but and because alors puis sinon que si quand",
);
const AUXILIARIES = set("ai a as avais avait eu ont est n");
const ANNOUNCED = set(
  "va vont vais veux veulent menace menaces sinon si peur risque pourrait voudrait ou envie pense pensais failli pourrais voulais voulait imagine",
);
const JAMAIS = stem("jamais");
const REACH = 4;

/** True when the words of a match are denied: "jveux pas mourir", "j'ai jamais pensé à me tuer", "j'ai plus envie de mourir". */
export function isNegated(tokens: readonly Token[], match: WordMatch): boolean {
  if (match.skipped.some((at) => denies(tokens, at))) return true;
  const first = tokens[match.from];
  if (!first || BEGINNINGS.has(first.word) || first.pause > 0) return false;
  for (let at = match.from - 1; at >= 0 && at >= match.from - REACH; at -= 1) {
    const token = tokens[at];
    if (!token || BEGINNINGS.has(token.word)) return false;
    if (denies(tokens, at)) return true;
    if (token.pause > 0) return false;
  }
  return false;
}

/** True when a deed is announced rather than done: "mes nudes, il va tout balancer". */
export function isThreatened(tokens: readonly Token[], match: WordMatch): boolean {
  const before = [match.from - 1, match.from - 2];
  return [...match.skipped, ...before].some((at) => ANNOUNCED.has(tokens[at]?.word ?? ""));
}

function denies(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.word ?? "";
  const next = tokens[at + 1]?.word ?? "";
  if (word === stem("plus"))
    return AUXILIARIES.has(tokens[at - 1]?.word ?? "") && next !== "que" && next !== "qu" && next !== "en";
  const afterNext = tokens[at + 2]?.word ?? "";
  return NEGATORS.has(word) && !TURNED_ROUND.has(next) && !(word === JAMAIS && TURNED_ROUND.has(afterNext));
}
