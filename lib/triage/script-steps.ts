import { labelOf, type MotifCode } from "@/lib/contract/taxonomy";
import type { Bilingual } from "@/lib/contract/taxonomy/entry";
import { MOTIFS, type MotifFamily } from "@/lib/contract/taxonomy/motifs";
import { familyStep, PERSON, PERSON_TITLE, sheetStep, type Reply, type Step } from "./script-shape";
import { SCRIPT_WORDS } from "./script-words";
import { SHEETS, sheetOf } from "./sheets/all";

type AskedFamily = Exclude<MotifFamily, "horschamp">;

/** The button of a family and the question that follows it. */
const FAMILIES: Record<AskedFamily, { button: Bilingual; ask: Bilingual }> = {
  harcelement: {
    button: { fr: "On me harcèle", en: "I’m being bullied" },
    ask: {
      fr: "Tu as bien fait d’en parler. Ça se passe comment, surtout ?",
      en: "You did well to talk about it. What is it mostly like?",
    },
  },
  intime: {
    button: { fr: "Photos intimes", en: "Intimate pictures" },
    ask: {
      fr: "Tu n’es pas seul, et ce n’est pas de ta faute. N’envoie pas d’image ici. Que se passe-t-il ?",
      en: "You are not alone, and it is not your fault. Don’t send any picture here. What is going on?",
    },
  },
  predation: {
    button: { fr: "Un adulte m’inquiète", en: "An adult worries me" },
    ask: { fr: "Tu fais bien de te méfier. Que se passe-t-il ?", en: "You are right to be careful. What is going on?" },
  },
  identite: {
    button: { fr: "Compte, vie privée", en: "Account, privacy" },
    ask: { fr: "On va regarder ça. Que se passe-t-il ?", en: "Let’s look at it. What is going on?" },
  },
  contenus: {
    button: { fr: "Contenu choquant", en: "Shocking content" },
    ask: { fr: "Ça peut secouer. Qu’as-tu vu ?", en: "That can be upsetting. What did you see?" },
  },
  usages: {
    button: { fr: "Écrans et jeux", en: "Screens and games" },
    ask: { fr: "Qu’est-ce qui t’embête ?", en: "What bothers you?" },
  },
  detresse: {
    button: { fr: "Je vais mal", en: "I feel bad" },
    ask: {
      fr: "Merci de le dire. Qu’est-ce qui se rapproche le plus de ce que tu vis ?",
      en: "Thank you for saying so. What is closest to what you feel?",
    },
  },
};

const PERSON_REPLY: Reply = { title: PERSON_TITLE, to: PERSON };
const MENU_REPLY: Reply = { title: { fr: "Autre sujet", en: "Another subject" }, to: "menu" };
const BYE_REPLY: Reply = { title: { fr: "C’est bon, merci", en: "I’m fine, thanks" }, to: "bye" };

const FAMILY_REPLIES: readonly Reply[] = (Object.keys(FAMILIES) as AskedFamily[]).map((family) => ({
  title: FAMILIES[family].button,
  to: familyStep(family),
}));

const MENU_REPLIES: readonly Reply[] = [
  ...FAMILY_REPLIES,
  { title: { fr: "Je suis un adulte", en: "I’m an adult" }, to: "adult" },
  { title: { fr: "Autre chose", en: "Something else" }, to: "other" },
  PERSON_REPLY,
];

const sheetReply = (motif: MotifCode): Reply => ({
  title: sheetOf(motif)?.button ?? { fr: labelOf("motif", motif, "fr"), en: labelOf("motif", motif, "en") },
  to: sheetStep(motif),
});

const plain: readonly Step[] = [
  {
    id: "start",
    say: [
      SCRIPT_WORDS.robot,
      {
        fr: "Qu’est-ce qui t’amène ? Choisis, ou écris avec tes mots.",
        en: "What brings you here? Choose, or write in your own words.",
      },
    ],
    replies: MENU_REPLIES,
  },
  {
    id: "menu",
    say: [
      {
        fr: "De quoi veux-tu parler ? Choisis, ou écris avec tes mots.",
        en: "What would you like to talk about? Choose, or write in your own words.",
      },
    ],
    replies: MENU_REPLIES,
  },
  {
    id: "adult",
    say: [
      {
        fr: "Bienvenue. Vous pouvez nous parler d’un enfant ou d’un jeune que vous aidez. Quel est le sujet ?",
        en: "Welcome. You can talk to us about a child or a young person you are helping. What is it about?",
      },
    ],
    replies: [
      sheetReply("usages.conseil-parentalite"),
      sheetReply("usages.controle-parental"),
      { title: { fr: "Harcèlement", en: "Bullying" }, to: familyStep("harcelement") },
      { title: { fr: "Images intimes", en: "Intimate images" }, to: familyStep("intime") },
      { title: { fr: "Un jeune va mal", en: "A child feels bad" }, to: familyStep("detresse") },
      sheetReply("horschamp.presse-partenaire"),
      MENU_REPLY,
      PERSON_REPLY,
    ],
  },
  {
    id: "other",
    say: [
      {
        fr: "D’accord. Tu peux l’écrire avec tes mots, ou choisir ici.",
        en: "All right. You can write it in your own words, or choose here.",
      },
    ],
    replies: [
      sheetReply("horschamp.silence"),
      sheetReply("horschamp.erreur"),
      sheetReply("horschamp.test"),
      sheetReply("horschamp.remerciement"),
      sheetReply("horschamp.canular"),
      MENU_REPLY,
      PERSON_REPLY,
    ],
  },
  {
    id: "about",
    byWords: true,
    say: [
      {
        fr: "Je suis un robot : un programme, pas une personne. Je donne de premiers conseils et je passe le relais. C’est gratuit et confidentiel, sans donner ton nom. De vraies personnes répondent tous les jours.",
        en: "I am a robot: a program, not a person. I give first advice and pass you on. It is free and confidential, and you need not give your name. Real people answer every day.",
      },
    ],
    replies: [MENU_REPLY, PERSON_REPLY],
  },
  {
    id: "bye",
    say: [
      {
        fr: "Merci d’avoir écrit. Tu peux revenir quand tu veux. Prends soin de toi.",
        en: "Thank you for writing. You can come back whenever you like. Take care of yourself.",
      },
    ],
    replies: [MENU_REPLY, PERSON_REPLY],
  },
];

const families: readonly Step[] = (Object.keys(FAMILIES) as AskedFamily[]).map((family) => ({
  id: familyStep(family),
  say: [FAMILIES[family].ask],
  replies: [
    ...MOTIFS.filter((motif) => motif.family === family).map((motif) => sheetReply(motif.code)),
    MENU_REPLY,
    PERSON_REPLY,
  ],
}));

const sheets: readonly Step[] = SHEETS.map((sheet) => ({
  id: sheetStep(sheet.motif),
  motif: sheet.motif,
  byWords: sheet.motif === "horschamp.insulte",
  say: [{ fr: bullets(sheet.lines.fr), en: bullets(sheet.lines.en) }],
  replies: [PERSON_REPLY, MENU_REPLY, BYE_REPLY],
}));

/** Every step of the bot, by its id. */
export const SCRIPT_STEPS: Readonly<Record<string, Step>> = Object.fromEntries(
  [...plain, ...families, ...sheets].map((step) => [step.id, step]),
);

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `• ${line}`).join("\n");
}
