import type { MotifCode } from "@/lib/contract/taxonomy";
import { DANGER_LEXICON } from "./danger-rules/lexicon";
import { phraseReader } from "./phrase-reader";
import { SUBJECT_WORDS } from "./subject-words";

const LEXICON = {
  ...DANGER_LEXICON,
  online:
    "en+ligne internet instagram snapchat tiktok discord facebook whatsapp twitter reseaux les+reseaux sur+mon+compte youtube twitch online social+media telegram ngl messenger telephone",
};

const read = phraseReader(SUBJECT_WORDS as Record<MotifCode, readonly string[]>, LEXICON);

/** What the danger rules heard also says what it is about. */
const SUBJECT_OF_SIGNAL: Readonly<Record<string, MotifCode>> = {
  suicide: "detresse.idees-suicidaires",
  ideas: "detresse.idees-suicidaires",
  intent: "detresse.idees-suicidaires",
  selfharm: "detresse.automutilation",
  "violence.family": "detresse.violences-familiales",
  "intimate.spread": "intime.diffusion",
  blackmail: "intime.menace-diffusion",
  "sexual.touched": "predation.grooming",
  "adult+sexual-ask": "predation.grooming",
  "predation.meeting": "predation.rencontre",
  "csam.seen": "predation.contenu-pedocriminel",
  exploitation: "predation.exploitation",
  "school.dropped-out": "detresse.decrochage",
};

/** The subjects a message may be about, best first. A pattern that asks for more words knows more. */
export function readSubjects(text: string, signals: readonly string[] = []): MotifCode[] {
  const scores = new Map<MotifCode, number>();
  for (const { key, weight } of read(text).hits) scores.set(key, Math.max(scores.get(key) ?? 0, weight));
  for (const signal of signals) {
    const motif = SUBJECT_OF_SIGNAL[signal] ?? SUBJECT_OF_SIGNAL[signal.split(/[.+]/)[0] ?? ""];
    if (motif) scores.set(motif, (scores.get(motif) ?? 0) + 1);
  }
  return [...scores.entries()].sort((a, b) => b[1] - a[1] || order(a[0]) - order(b[0])).map(([motif]) => motif);
}

/** Politeness and insults come after whatever else was said: "merci, mais on m'a piraté" is about the hacked account. */
function order(motif: MotifCode): number {
  return motif.startsWith("horschamp.") ? 1 : 0;
}
