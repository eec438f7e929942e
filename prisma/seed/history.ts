import { fromDate, toCalendarDate, toCalendarDateTime, Time, toZoned } from "@internationalized/date";
import { v5 as namedUuid } from "uuid";
import type { z } from "zod";
import type { DangerLevel } from "@/lib/contract/danger";
import type { ImportedConversation } from "@/lib/contract/inputs";
import type { Skill, Source } from "@/lib/contract/roles";

type Imported = z.input<typeof ImportedConversation>;

/** A motif with what is typically said and answered; weights follow the press figures of domain.md §1 (≥ 30 % intimate images). */
interface Topic {
  code: string;
  weight: number;
  skill: Skill;
  first: readonly string[];
  answer: readonly string[];
}

const TOPICS: readonly Topic[] = [
  {
    code: "intime.sextorsion-argent",
    weight: 18,
    skill: "listening",
    first: ["il veut de l'argent sinon il envoie ma video", "on me fait du chantage avec une photo", "jai payé et il redemande"],
    answer: [
      "Ne paie pas, et garde les preuves : on s’en occupe ensemble.",
      "Tu n’y es pour rien. Voici les trois choses à faire tout de suite.",
    ],
  },
  {
    code: "intime.diffusion",
    weight: 14,
    skill: "listening",
    first: ["mon ex a publié une photo de moi", "ma photo tourne sur snap", "ma fille est sur une vidéo qui circule"],
    answer: ["On demande le retrait par notre canal prioritaire.", "Donne-moi seulement le lien, jamais l’image."],
  },
  {
    code: "harcelement.cyber",
    weight: 22,
    skill: "listening",
    first: ["on minsulte tous les jours en story", "ils ont fait un groupe sur moi", "jen peux plus des messages"],
    answer: [
      "Ce qu’ils font a un nom : du harcèlement. Tu n’es pas seul.",
      "Merci de nous l’écrire. Qui est au courant autour de toi ?",
    ],
  },
  {
    code: "identite.piratage",
    weight: 14,
    skill: "digital",
    first: ["on a volé mon compte insta", "mon mdp marche plus", "quelquun écrit a ma place"],
    answer: ["On récupère ton compte ensemble, pas à pas.", "Change d’abord le mot de passe de ton adresse e-mail."],
  },
  {
    code: "detresse.anxiete",
    weight: 10,
    skill: "psychological",
    first: ["jarrive plus a dormir", "jai mal au ventre avant daller en cours", "jsuis tout le temps stressé"],
    answer: ["Merci de le dire. Depuis quand est-ce comme ça ?", "On prend le temps qu’il faut."],
  },
  {
    code: "usages.conseil-parentalite",
    weight: 12,
    skill: "listening",
    first: ["mon fils ne lâche plus son téléphone", "à quel âge autoriser snapchat", "comment parler de tout ça avec elle"],
    answer: ["Voici ce qui marche le mieux à cet âge.", "Vous n’êtes pas seule avec cette question."],
  },
  {
    code: "intime.montage",
    weight: 6,
    skill: "legal",
    first: ["ya un deepfake de moi", "peut on porter plainte pour un montage"],
    answer: ["C’est un délit. Voici comment déposer plainte et ce qu’il faut garder."],
  },
  {
    code: "horschamp.erreur",
    weight: 4,
    skill: "listening",
    first: ["pardon mauvais numéro", "test"],
    answer: ["Pas de souci, bonne soirée."],
  },
];
const AGES = ["9-10", "11-12", "11-12", "13-14", "13-14", "13-14", "15-17", "15-17", "18-25", "26-plus"] as const;
const SOURCES: readonly (Source | null)[] = [
  "instagram-report-button",
  "tiktok-link",
  "app",
  "school",
  "search",
  "word-of-mouth",
  "website",
  null,
];
const DANGERS: readonly DangerLevel[] = ["F0", "F0", "F0", "F1", "F1", "F1", "F2", "F2", "F3"];
/** 60 % of text contacts arrive between 16h and 24h (domain.md §1). */
const HOURS = [9, 10, 11, 12, 13, 14, 15, 16, 16, 17, 17, 18, 18, 19, 19, 20, 20, 21, 21, 22] as const;
const NAMESPACE = "3018c0de-0000-5000-8000-000000000002";

/**
 * `count` closed conversations over the 30 days before `present`, the same for the same arguments.
 * @param counsellors ids of those who answered
 */
export function generateHistory(count: number, counsellors: readonly string[], present: Date): Imported[] {
  const random = mulberry32(3018);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const total = TOPICS.reduce((sum, topic) => sum + topic.weight, 0);
  const pickTopic = (): Topic => {
    let left = random() * total;
    return TOPICS.find((topic) => (left -= topic.weight) < 0) ?? TOPICS[0]!;
  };

  return Array.from({ length: count }, (_, index) => {
    const topic = pickTopic();
    const day = 1 + Math.floor((index / count) * 30);
    const start = localInstant(present, -day, pick(HOURS), Math.floor(random() * 60));
    const minutes = 8 + Math.floor(random() * 50);
    const at = (minute: number) => new Date(start.getTime() + minute * 60_000).toISOString();
    const age = pick(AGES);
    const outOfScope = topic.code.startsWith("horschamp");
    return {
      channel: "webchat",
      source: pick(SOURCES),
      // One in six comes back: the same person has several conversations.
      externalId: namedUuid(`person ${random() < 0.16 ? Math.floor(index / 6) : index}`, NAMESPACE),
      language: "fr",
      createdAt: at(0),
      closedAt: at(minutes),
      danger: outOfScope ? "F0" : pick(DANGERS),
      skill: topic.skill,
      topic: topic.code,
      counsellorId: pick(counsellors),
      messages: [
        { at: at(0), from: "visitor", text: pick(topic.first) },
        { at: at(0), from: "bot", text: "Bonjour, je suis un robot du 3018. Une personne peut te répondre." },
        { at: at(4), from: "counsellor", text: pick(topic.answer) },
        { at: at(7), from: "visitor", text: pick(["ok merci", "daccord", "c possible de rester anonyme ?", "oui"]) },
        { at: at(9), from: "counsellor", text: "Oui. Écris-nous quand tu veux, tous les jours de 9 h à 23 h." },
      ],
      tags: [
        { axis: "motif", code: topic.code },
        { axis: "age", code: age },
        { axis: "role", code: age === "26-plus" ? "parent" : "victime" },
        {
          axis: "outcome",
          code: outOfScope
            ? "hors-champ"
            : pick(["resolu", "resolu", "suivi-programme", "transfere", "interrompu-usager"] as const),
        },
      ],
    } satisfies Imported;
  });
}

/** That hour on the wall in Paris, so many days from `present`, whatever the machine's zone. */
function localInstant(present: Date, days: number, hour: number, minute: number): Date {
  const day = toCalendarDate(fromDate(present, "Europe/Paris")).add({ days });
  return toZoned(toCalendarDateTime(day, new Time(hour, minute)), "Europe/Paris").toDate();
}

/** A small seeded generator (Mulberry32, public domain): the demonstration must be the same each time. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
