import { phraseReader } from "./phrase-reader";

export type Intent = "person" | "about" | "thanks" | "greeting" | "yes" | "no" | "menu";

const PHRASES: Record<Intent, readonly string[]> = {
  person: [
    "parler|discuter|echanger|parle|ecrire|communiquer ~3 quelqu+un|humain|humaine|personne|conseiller|conseillere|ecoutant|ecoutante|psy|psychologue|adulte|juriste|avocat|vrai|vraie|operateur|specialiste",
    "veux|voudrais|aimerais|besoin|peux|passe|passez|donne|passer|avoir|contacter|joindre ~4 quelqu+un|humain|humaine|vraie+personne|une+personne|conseiller|conseillere|psy|ecoutant|ecoutante|juriste|psychologue",
    "vrai|vraie personne|humain|gens|quelqu+un|conseiller",
    "quelqu+un ~2 vrai|reel|humain|vraiment",
    "un|une|des humain|humaine|humains|conseiller|conseillere|ecoutant|ecoutante",
    "pas|sans un|de robot|machine",
    "marre|pas ~4 robot|machine|bot",
    "appelez|rappelez|rappeler|appelle|contactez moi",
    "parler avec vous",
    "y a|il+y+a ~1 quelqu+un",
    "ya quelqu+un",
    "talk|speak|chat|text ~2 to|with ~2 someone|human|person|somebody|counsellor|counselor|people|adult|real",
    "real|actual person|human|people",
    "want|need|get ~2 human|person|someone|counsellor|counselor",
    "not a robot|bot|machine",
    "is anyone|someone|anybody there|here",
  ],
  about: [
    "t+es|tu+es|vous+etes|est+ce+que+tu+es ~2 robot|bot|humain|machine|reel|vrai|ia",
    "es|etes ~1 tu|vous ~2 robot|bot|humain|vrai|reel|ia|personne",
    "qui es|etes|est tu|vous|ce",
    "t es qui|quoi",
    "es+tu|tes ~1 robot|bot|humain",
    "c est anonyme|gratuit|confidentiel|payant|secret|quoi+ici|quoi+le",
    "anonyme|gratuit|confidentiel|payant",
    "parents ~4 savoir|sauront|prevenus|prevenir|au+courant",
    "ca coute combien",
    "c est|sont quoi ~1 vos|tes horaires",
    "ouvert|ouverts|horaires",
    "are you ~1 robot|bot|human|real|ai",
    "who are you",
    "is this|it free|anonymous|confidential|private",
  ],
  thanks: [
    "merci|mercii|thx|thanks|thank|cimer",
    "c est gentil",
    "au revoir",
    "bonne soiree|journee|nuit",
    "bye|ciao|bisous",
    "ca va mieux",
  ],
  greeting: ["salut|slt|bonjour|bjr|coucou|cc|hello|hey|yo|wesh|bonsoir|bsr|hi|re|kikou|hola|allo", "ca va", "tu fais quoi"],
  yes: [
    "oui|ouais|ouai|wi|yes|yep|ok|okay|dac|daccord|carrement|volontiers|yeah|sure|oe|oue|ui",
    "vas y",
    "je veux bien",
    "d accord",
    "stp|svp",
  ],
  no: ["non|nan|nn|nop|nope|nah|no", "pas maintenant|envie|besoin|tout+de+suite", "plus tard", "veux pas", "not now"],
  menu: ["menu", "autre sujet|chose|question", "another subject|question", "retour"],
};

const read = phraseReader(PHRASES);

/** Everything the message may want, strongest first; `person` comes first whenever it is there, unless it is denied. */
export function readIntents(text: string): Intent[] {
  const { hits } = read(text);
  const weights = new Map<Intent, number>();
  for (const { key, weight } of hits) weights.set(key, Math.max(weights.get(key) ?? 0, weight));
  return [...weights.keys()].sort((a, b) =>
    a === "person" ? -1 : b === "person" ? 1 : (weights.get(b) ?? 0) - (weights.get(a) ?? 0),
  );
}

/** True for "je veux parler à quelqu'un", "un humain stp", "t'es pas quelqu'un de vrai"; false for "pas envie de parler à quelqu'un". */
export function wantsPerson(text: string): boolean {
  return readIntents(text).includes("person");
}
