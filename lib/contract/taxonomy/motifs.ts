import type { Bilingual, TaxonomyEntry } from "./entry";

/** The families a motif belongs to, in the order people see them. */
export const MOTIF_FAMILIES = {
  harcelement: { fr: "Harcèlement", en: "Bullying" },
  intime: { fr: "Images intimes", en: "Intimate images" },
  predation: { fr: "Prédation sexuelle", en: "Sexual predation" },
  identite: { fr: "Identité et comptes", en: "Identity and accounts" },
  contenus: { fr: "Contenus choquants", en: "Harmful content" },
  usages: { fr: "Usages des écrans", en: "Screen use" },
  detresse: { fr: "Détresse", en: "Distress" },
  horschamp: { fr: "Hors champ", en: "Out of scope" },
} as const satisfies Record<string, Bilingual>;

export type MotifFamily = keyof typeof MOTIF_FAMILIES;

/** What the contact is about; a case can carry several. */
export const MOTIFS = [
  { code: "harcelement.cyber", family: "harcelement", labels: { fr: "Cyberharcèlement", en: "Cyberbullying" } },
  { code: "harcelement.raid", family: "harcelement", labels: { fr: "Raid numérique", en: "Online pile-on (raid)" } },
  { code: "harcelement.scolaire", family: "harcelement", labels: { fr: "Harcèlement scolaire", en: "Bullying at school" } },
  {
    code: "harcelement.mixte",
    family: "harcelement",
    labels: { fr: "Harcèlement scolaire et en ligne", en: "Bullying at school and online" },
  },
  { code: "harcelement.exclusion", family: "harcelement", labels: { fr: "Exclusion", en: "Exclusion" } },
  { code: "harcelement.rumeurs-outing", family: "harcelement", labels: { fr: "Rumeurs, outing", en: "Rumours, outing" } },
  { code: "harcelement.haine-sexiste", family: "harcelement", labels: { fr: "Haine sexiste", en: "Sexist hate" } },
  { code: "harcelement.haine-lgbtphobe", family: "harcelement", labels: { fr: "Haine LGBTphobe", en: "Anti-LGBT hate" } },
  {
    code: "harcelement.haine-raciste",
    family: "harcelement",
    labels: { fr: "Haine raciste ou religieuse", en: "Racist or religious hate" },
  },

  {
    code: "intime.diffusion",
    family: "intime",
    labels: { fr: "Diffusion d’images intimes sans accord", en: "Intimate images shared without consent" },
  },
  {
    code: "intime.menace-diffusion",
    family: "intime",
    labels: { fr: "Menace de diffusion d’images intimes", en: "Threat to share intimate images" },
  },
  {
    code: "intime.sextorsion-argent",
    family: "intime",
    labels: { fr: "Sextorsion : argent, chantage à la webcam", en: "Sextortion for money, webcam blackmail" },
  },
  {
    code: "intime.sextorsion-contenus",
    family: "intime",
    labels: { fr: "Sextorsion : contenus sexuels", en: "Sextortion for sexual content" },
  },
  { code: "intime.sexting-pression", family: "intime", labels: { fr: "Sexting sous pression", en: "Pressured sexting" } },
  { code: "intime.montage", family: "intime", labels: { fr: "Montage, deepfake", en: "Fake image, deepfake" } },
  { code: "intime.compte-fisha", family: "intime", labels: { fr: "Compte « fisha »", en: "“Fisha” exposure account" } },

  {
    code: "predation.grooming",
    family: "predation",
    labels: { fr: "Grooming, sollicitation par un adulte", en: "Grooming, solicitation by an adult" },
  },
  { code: "predation.exploitation", family: "predation", labels: { fr: "Exploitation sexuelle", en: "Sexual exploitation" } },
  {
    code: "predation.contenu-pedocriminel",
    family: "predation",
    labels: { fr: "Contenu pédocriminel", en: "Child sexual abuse material" },
  },
  { code: "predation.rencontre", family: "predation", labels: { fr: "Rencontre à risque", en: "Risky meeting" } },

  { code: "identite.usurpation", family: "identite", labels: { fr: "Usurpation d’identité", en: "Impersonation" } },
  { code: "identite.piratage", family: "identite", labels: { fr: "Piratage de compte", en: "Hacked account" } },
  { code: "identite.doxing", family: "identite", labels: { fr: "Divulgation d’informations (doxing)", en: "Doxing" } },
  { code: "identite.arnaque", family: "identite", labels: { fr: "Hameçonnage, arnaque", en: "Phishing, scam" } },
  {
    code: "identite.donnees-personnelles",
    family: "identite",
    labels: { fr: "Données personnelles, droit à l’image", en: "Personal data, image rights" },
  },
  { code: "identite.cyberstalking", family: "identite", labels: { fr: "Cybersurveillance, traque", en: "Cyberstalking" } },

  {
    code: "contenus.pornographie",
    family: "contenus",
    labels: { fr: "Exposition à la pornographie", en: "Exposure to pornography" },
  },
  { code: "contenus.violence", family: "contenus", labels: { fr: "Contenus violents", en: "Violent content" } },
  {
    code: "contenus.automutilation-tca",
    family: "contenus",
    labels: { fr: "Contenus automutilation, TCA", en: "Self-harm or eating-disorder content" },
  },
  {
    code: "contenus.haine-radicalisation",
    family: "contenus",
    labels: { fr: "Contenus haineux, radicalisation", en: "Hate content, radicalisation" },
  },
  { code: "contenus.defi", family: "contenus", labels: { fr: "Défi dangereux", en: "Dangerous challenge" } },

  { code: "usages.ecrans", family: "usages", labels: { fr: "Temps d’écran", en: "Screen time" } },
  { code: "usages.jeux-video", family: "usages", labels: { fr: "Jeux vidéo", en: "Video games" } },
  { code: "usages.achats-paris", family: "usages", labels: { fr: "Achats en ligne, paris", en: "Online purchases, betting" } },
  { code: "usages.controle-parental", family: "usages", labels: { fr: "Contrôle parental", en: "Parental controls" } },
  {
    code: "usages.conflit-parental",
    family: "usages",
    labels: { fr: "Conflit familial autour des écrans", en: "Family conflict about screens" },
  },
  {
    code: "usages.conseil-parentalite",
    family: "usages",
    labels: { fr: "Conseil en parentalité numérique", en: "Digital parenting advice" },
  },

  { code: "detresse.anxiete", family: "detresse", labels: { fr: "Anxiété", en: "Anxiety" } },
  { code: "detresse.depression", family: "detresse", labels: { fr: "Dépression, mal-être", en: "Depression, low mood" } },
  { code: "detresse.automutilation", family: "detresse", labels: { fr: "Automutilation", en: "Self-harm" } },
  { code: "detresse.idees-suicidaires", family: "detresse", labels: { fr: "Idées suicidaires", en: "Suicidal thoughts" } },
  { code: "detresse.decrochage", family: "detresse", labels: { fr: "Décrochage scolaire", en: "Dropping out of school" } },
  {
    code: "detresse.violences-familiales",
    family: "detresse",
    labels: { fr: "Violences intrafamiliales", en: "Violence at home" },
  },

  { code: "horschamp.silence", family: "horschamp", labels: { fr: "Silence", en: "Silence" } },
  { code: "horschamp.erreur", family: "horschamp", labels: { fr: "Erreur", en: "Contacted by mistake" } },
  { code: "horschamp.canular", family: "horschamp", labels: { fr: "Canular", en: "Prank" } },
  { code: "horschamp.insulte", family: "horschamp", labels: { fr: "Insulte", en: "Abuse of the line" } },
  { code: "horschamp.presse-partenaire", family: "horschamp", labels: { fr: "Presse, partenaire", en: "Press, partner" } },
  { code: "horschamp.remerciement", family: "horschamp", labels: { fr: "Remerciement", en: "Thanks" } },
  { code: "horschamp.test", family: "horschamp", labels: { fr: "Test", en: "Test" } },
] as const satisfies readonly (TaxonomyEntry & { family: MotifFamily })[];
