import type { TaxonomyEntry } from "./entry";

/** Age of the victim, not of whoever writes. */
export const AGES = [
  { code: "0-8", labels: { fr: "8 ans ou moins", en: "8 or under" } },
  { code: "9-10", labels: { fr: "9–10 ans", en: "9–10" } },
  { code: "11-12", labels: { fr: "11–12 ans", en: "11–12" } },
  { code: "13-14", labels: { fr: "13–14 ans", en: "13–14" } },
  { code: "15-17", labels: { fr: "15–17 ans", en: "15–17" } },
  { code: "18-25", labels: { fr: "18–25 ans", en: "18–25" } },
  { code: "26-plus", labels: { fr: "Plus de 25 ans", en: "Over 25" } },
  { code: "inconnu", labels: { fr: "Âge inconnu", en: "Age unknown" } },
] as const satisfies readonly TaxonomyEntry[];

export const SCHOOL_LEVELS = [
  { code: "maternelle", labels: { fr: "Maternelle", en: "Nursery school" } },
  { code: "elementaire", labels: { fr: "Élémentaire", en: "Primary school" } },
  { code: "college-6e", labels: { fr: "6e", en: "6e (age 11–12)" } },
  { code: "college-5e", labels: { fr: "5e", en: "5e (age 12–13)" } },
  { code: "college-4e", labels: { fr: "4e", en: "4e (age 13–14)" } },
  { code: "college-3e", labels: { fr: "3e", en: "3e (age 14–15)" } },
  { code: "lycee-general", labels: { fr: "Lycée général ou technologique", en: "General or technological lycée" } },
  { code: "lycee-pro", labels: { fr: "Lycée professionnel", en: "Vocational lycée" } },
  { code: "superieur", labels: { fr: "Enseignement supérieur", en: "Higher education" } },
  { code: "hors-ecole", labels: { fr: "Hors école", en: "Not in school" } },
  { code: "inconnu", labels: { fr: "Niveau inconnu", en: "Level unknown" } },
] as const satisfies readonly TaxonomyEntry[];

/** Who is writing to the helpline. */
export const ROLES = [
  { code: "victime", labels: { fr: "Victime", en: "Victim" } },
  { code: "parent", labels: { fr: "Parent, tuteur", en: "Parent, guardian" } },
  { code: "proche", labels: { fr: "Proche", en: "Relative or close friend" } },
  { code: "temoin-pair", labels: { fr: "Témoin du même âge", en: "Witness of the same age" } },
  { code: "pro-education", labels: { fr: "Professionnel de l’éducation", en: "Education professional" } },
  { code: "pro-sante-social", labels: { fr: "Professionnel santé ou social", en: "Health or social-work professional" } },
  { code: "autre-adulte", labels: { fr: "Autre adulte", en: "Other adult" } },
  { code: "auteur-presume", labels: { fr: "Auteur présumé", en: "Alleged author" } },
  { code: "inconnu", labels: { fr: "Rôle inconnu", en: "Role unknown" } },
] as const satisfies readonly TaxonomyEntry[];

/** What the author of the facts is to the victim. */
export const AUTHOR_LINKS = [
  { code: "meme-etablissement", labels: { fr: "Élève du même établissement", en: "Pupil of the same school" } },
  { code: "ami-ex-ami", labels: { fr: "Ami ou ex-ami", en: "Friend or former friend" } },
  { code: "partenaire-ex", labels: { fr: "Partenaire ou ex-partenaire", en: "Partner or ex-partner" } },
  { code: "inconnu-en-ligne", labels: { fr: "Inconnu rencontré en ligne", en: "Stranger met online" } },
  { code: "reseau-escrocs", labels: { fr: "Réseau d’escrocs", en: "Organised scammers" } },
  { code: "adulte-connu", labels: { fr: "Adulte connu", en: "Known adult" } },
  { code: "famille", labels: { fr: "Famille", en: "Family" } },
  { code: "position-autorite", labels: { fr: "Personne en position d’autorité", en: "Person in authority" } },
  { code: "inconnu", labels: { fr: "Lien inconnu", en: "Link unknown" } },
] as const satisfies readonly TaxonomyEntry[];

/** How the contact ended. */
export const OUTCOMES = [
  { code: "resolu", labels: { fr: "Résolu", en: "Resolved" } },
  { code: "suivi-programme", labels: { fr: "Suivi programmé", en: "Follow-up planned" } },
  { code: "transfere", labels: { fr: "Transféré", en: "Passed on" } },
  { code: "interrompu-usager", labels: { fr: "Interrompu par l’usager", en: "Ended by the person" } },
  { code: "sans-reponse", labels: { fr: "Sans réponse", en: "No answer" } },
  { code: "hors-champ", labels: { fr: "Hors champ", en: "Out of scope" } },
] as const satisfies readonly TaxonomyEntry[];
