import type { Skill } from "@/lib/contract/roles";
import type { MotifCode } from "@/lib/contract/taxonomy";
import { phraseReader } from "./phrase-reader";

/** The skill a subject calls for when it is clear; everything else is for whoever listens. */
const SKILL_OF_SUBJECT: Partial<Record<MotifCode, Skill>> = {
  "detresse.idees-suicidaires": "psychological",
  "detresse.automutilation": "psychological",
  "detresse.depression": "psychological",
  "contenus.automutilation-tca": "psychological",
  "identite.piratage": "digital",
  "identite.usurpation": "digital",
  "identite.arnaque": "digital",
  "usages.controle-parental": "digital",
  "identite.donnees-personnelles": "legal",
};

const readWords = phraseReader<"legal" | "digital">({
  legal: [
    "porter|deposer|depose|porte|retirer plainte",
    "plainte|avocat|juriste|juridique|tribunal|juge|illegal|lawyer|complaint|procureur",
    "c est|est ~1 legal|illegal|interdit|puni",
    "ai ~2 droit",
    "mes droits",
    "la loi|justice",
    "press charges",
  ],
  digital: [
    "pirate|piratee|hacke|hackee|hacked|piratage",
    "mot+de+passe|password|double+authentification",
    "recuperer ~2 compte",
    "parametres|reglages ~4 compte|application|confidentialite",
  ],
});

/** Which skill an escalation asks for: suicide and self-harm first, then a plain legal or technical question, then the subject. */
export function chooseSkill(text: string, subject: MotifCode | null, signals: readonly string[]): Skill {
  if (signals.some((code) => /^(suicide|selfharm|ideas|intent|plan)/.test(code))) return "psychological";
  const keys = readWords(text).hits.map((hit) => hit.key);
  if (keys.includes("legal")) return "legal";
  if (keys.includes("digital")) return "digital";
  return (subject && SKILL_OF_SUBJECT[subject]) ?? "listening";
}
