import type { AxisCode } from "@/lib/contract/taxonomy";
import { phraseReader } from "./phrase-reader";

/** What a person offered freely, as codes of the taxonomy. Nothing is ever asked for. */
export interface Facts {
  age?: AxisCode<"age">;
  role?: AxisCode<"role">;
  platforms?: AxisCode<"platform">[];
}

const NUMBERS = Array.from({ length: 97 }, (_, i) => String(i + 3)).join(" ");
const IN_LETTERS: Record<string, number> = {
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
};
const LEXICON = {
  n: `${NUMBERS} ${Object.keys(IN_LETTERS).join(" ")}`,
  child:
    "fille fils enfant gamin gamine garcon petite petit ado fillette niece neveu soeur frere cousine cousin eleve daughter son child kid sister brother",
  friend: "copine copain ami amie pote camarade cops friend classmate meilleure+amie",
  suffers:
    "se+fait se+fais est+harcele est+harcelee est+victime subit s+est+fait recoit est+en+danger is+being gets veut+mourir se+scarifie se+mutile va+mal va+pas+bien a+envoye",
};

const readAge = phraseReader(
  {
    // `n` is always the number of the match; whose age it is decides which pattern counts first.
    victim: ["@child ~3 @n ans|years|yo", "@child ~2 a|is|has @n", "@child ~2 de|of @n"],
    writer: [
      "j ai @n ans|piges",
      "ai @n ans",
      "i+am|i+m|im @n",
      "j ai bientot|presque|deja|que @n ans",
      "age|age+de @n ans?",
      "je suis ~2 de @n ans",
      "moi ~2 @n ans",
    ],
  },
  LEXICON,
);

const ROLES: Record<AxisCode<"role">, readonly string[]> = {
  parent: [
    "je suis ~2 la|le|sa|son|une|un|ses|leur|leurs mere|pere|maman|papa|parent|parents|beau+pere|belle+mere|tuteur|tutrice|mom|mum|dad",
    "je suis maman|papa|parent|mere|pere",
    "ma|notre|my|our fille|daughter",
    "mon|notre|my|our fils|son|enfant|ado|child|kid|garcon|gamin",
    "mes|nos|my|our enfants|filles|garcons|fils|kids|children",
    "nous sommes ~1 parents",
    "i+am|i+m ~2 mother|father|mom|mum|dad|parent",
    "en tant que parent|parents|mere|pere|maman|papa",
  ],
  "pro-education": [
    "je suis ~2 prof|professeur|professeure|cpe|enseignant|enseignante|instit|institutrice|instituteur|surveillant|surveillante|aed|proviseur|principal|principale|directeur+d+ecole|directrice+d+ecole|maitresse|infirmiere+scolaire|teacher|aesh",
    "i+am|i+m ~2 teacher|headteacher|principal",
    "un|une de mes eleves",
  ],
  "pro-sante-social": [
    "je suis ~2 medecin|infirmier|infirmiere|psychologue|educateur|educatrice|assistante+sociale|assistant+social|pediatre|psychiatre|travailleur+social|animateur|animatrice|nurse|doctor",
    "i+am|i+m ~2 nurse|doctor|social+worker|psychologist",
  ],
  proche: [
    "ma|mon|my soeur|frere|cousine|cousin|niece|neveu|petite+soeur|petit+frere|sister|brother|cousin ~2 @suffers",
    "je suis ~2 sa|son soeur|frere|tante|oncle|grand+mere|grand+pere|cousine|cousin|marraine|parrain",
  ],
  "temoin-pair": [
    "ma|mon|une|un|my|a @friend ~3 @suffers",
    "fille|garcon|eleve|mec ~1 de ma|mon ~1 classe|college|lycee|ecole ~2 @suffers",
  ],
  victime: [
    "je suis victime|harcele|harcelee",
    "je|j me|m ~1 fais|fait|suis ~2 harceler|insulter|harcele|insulte|menacer|pirater|frapper|racketter|arnaquer",
    "on|ils|elles|il|elle ~2 me|m ~1 harcele|harcelent|insulte|insultent|menace|menacent|frappe|frappent|traite|traitent|embete",
    "i+am|i+m ~1 bullied|harassed|blackmailed",
  ],
  "auteur-presume": [
    "c est moi qui ~2 ai|harcele|insulte|envoye|diffuse|poste",
    "j ai ~2 harcele|diffuse+une|humilie|insulte|partage+une ~4 quelqu+un|fille|garcon|eleve|camarade|photo|video",
  ],
  "autre-adulte": ["je suis ~1 voisin|voisine|entraineur|coach|ami+de+la+famille"],
  inconnu: [],
};
const readRole = phraseReader(ROLES, LEXICON);

const PLATFORMS: Record<AxisCode<"platform">, readonly string[]> = {
  facebook: ["facebook|fb|face+book"],
  instagram: ["instagram|instagramme"],
  x: ["twitter|twiter", "sur|on x"],
  snapchat: ["snapchat|snape|snaps"],
  tiktok: ["tiktok|tik+tok|tik+tock|tictoc|tiktoks"],
  bereal: ["bereal|be+real"],
  youtube: ["youtube|ytb|you+tube"],
  twitch: ["twitch"],
  roblox: ["roblox|robloxe"],
  "jeu-en-ligne": [
    "fortnite|minecraft|valorant|fifa|gta|brawl+stars|clash+royale|cod|jeu+en+ligne|jeu+video|jeux+video|clash+of+clans|among+us|online+game",
  ],
  discord: ["discord|disc"],
  whatsapp: ["whatsapp|wsp|whats+app|watsap|wap|whatsap"],
  messenger: ["messenger"],
  telegram: ["telegram|telegramme"],
  signal: ["sur|on signal"],
  sms: ["sms|texto|textos|text+messages"],
  "e-mail": ["email|mail|mails|e+mail|gmail"],
  yubo: ["yubo"],
  mym: ["mym"],
  onlyfans: ["onlyfans|only+fans|onlyfan"],
  "pornhub-aylo": ["pornhub|porn+hub|redtube|youporn"],
  "ent-pronote": ["pronote|ent|ecole+directe|ecoledirecte"],
  "site-web": ["un|sur+un|site+internet|site site|web|internet+site", "site+internet|site+web|website"],
  "hors-ligne": ["en+vrai|dans+la+vraie+vie|irl|in+real+life|dans+la+cour|a+la+recre|offline"],
};
const readPlatform = phraseReader(PLATFORMS);

/** Reads age, role and platforms when they were said without being asked: "j'ai 13 ans", "je suis sa mère", "sur snap". */
export function readFacts(text: string): Facts {
  const role = firstOf(
    readRole(text).hits.map((hit) => hit.key),
    ROLE_ORDER,
  );
  const age = ageIn(text, role);
  const platforms = [...new Set(readPlatform(text).hits.map((hit) => hit.key))];
  return { ...(age ? { age } : {}), ...(role ? { role } : {}), ...(platforms.length > 0 ? { platforms } : {}) };
}

/** Professionals name themselves before they name a child; "ma fille" says parent before anything else. */
const ROLE_ORDER: readonly AxisCode<"role">[] = [
  "pro-education",
  "pro-sante-social",
  "auteur-presume",
  "temoin-pair",
  "proche",
  "parent",
  "autre-adulte",
  "victime",
];
const SPEAKS_FOR_ANOTHER: readonly AxisCode<"role">[] = [
  "parent",
  "pro-education",
  "pro-sante-social",
  "proche",
  "temoin-pair",
  "autre-adulte",
];

function ageIn(text: string, role: AxisCode<"role"> | undefined): AxisCode<"age"> | undefined {
  const alone = /^\s*(\d{1,2})\s*(ans|yo|years)?\s*[.!]?\s*$/i.exec(text);
  if (alone) return ageBand(Number(alone[1]));
  const { tokens, hits } = readAge(text);
  const hit = hits.find((one) => one.key === "victim") ?? hits.find((one) => one.key === "writer");
  if (!hit || (hit.key === "writer" && role && SPEAKS_FOR_ANOTHER.includes(role))) return undefined;
  const words = tokens.slice(hit.match.from, hit.match.to).map((token) => token.word);
  const number = words.map((word) => IN_LETTERS[word] ?? (/^\d+$/.test(word) ? Number(word) : NaN)).find((n) => !Number.isNaN(n));
  return number === undefined ? undefined : ageBand(number);
}

/** The band of an age; beyond 99 or under 3 it is not an age. */
export function ageBand(age: number): AxisCode<"age"> | undefined {
  if (!Number.isInteger(age) || age < 3 || age > 99) return undefined;
  if (age <= 8) return "0-8";
  if (age <= 10) return "9-10";
  if (age <= 12) return "11-12";
  if (age <= 14) return "13-14";
  if (age <= 17) return "15-17";
  return age <= 25 ? "18-25" : "26-plus";
}

function firstOf<T>(found: readonly T[], order: readonly T[]): T | undefined {
  return order.find((one) => found.includes(one));
}
