import type { Sheet } from "./sheet";

/** One message each: these contacts are closed with one click. Nobody is sent away, for a child often tests the line first. */
export const HORSCHAMP_SHEETS: readonly Sheet[] = [
  {
    motif: "horschamp.silence",
    button: { fr: "Je ne sais pas", en: "I don’t know" },
    lines: {
      fr: [
        "Prends ton temps. Tu n’es pas obligé d’écrire maintenant.",
        "Tu peux choisir un sujet, ou juste dire « ça ne va pas ».",
        "Je reste là, et une personne aussi.",
      ],
      en: [
        "Take your time. You don’t have to write now.",
        "You can choose a subject, or just say “I’m not OK”.",
        "I am still here, and so is a person.",
      ],
    },
  },
  {
    motif: "horschamp.erreur",
    button: { fr: "C’est une erreur", en: "A mistake" },
    lines: {
      fr: [
        "Pas de souci, ça arrive.",
        "Ici, c’est le {helpline} : on aide les jeunes en cas de violence ou de souci en ligne.",
        "Tu peux revenir quand tu veux, c’est gratuit et anonyme.",
      ],
      en: [
        "No worries, it happens.",
        "This is {helpline}: we help young people with violence or trouble online.",
        "Come back whenever you like, it is free and anonymous.",
      ],
    },
  },
  {
    motif: "horschamp.canular",
    button: { fr: "C’est une blague", en: "Just joking" },
    lines: {
      fr: [
        "D’accord. Parfois on blague aussi pour voir qui répond, et c’est permis.",
        "D’autres attendent une réponse urgente ici, alors merci de leur laisser la place.",
        "Si un jour quelque chose ne va pas, pour toi ou un ami, écris-nous.",
      ],
      en: [
        "All right. People sometimes joke to see who answers, and that’s fine.",
        "Others are waiting here for an urgent answer, so thank you for leaving them room.",
        "If one day something is wrong, for you or a friend, write to us.",
      ],
    },
  },
  {
    motif: "horschamp.insulte",
    button: { fr: "Je suis en colère", en: "I’m angry" },
    lines: {
      fr: [
        "Je suis un robot, donc ça ne me blesse pas. Tu as peut-être une raison d’être en colère.",
        "Tu peux me dire ce qui se passe, avec tes mots.",
        "Une personne peut aussi t’écouter, si tu lui parles correctement.",
      ],
      en: [
        "I am a robot, so it does not hurt me. You may have a reason to be angry.",
        "You can tell me what is going on, in your own words.",
        "A person can listen to you too, if you talk to them politely.",
      ],
    },
  },
  {
    motif: "horschamp.presse-partenaire",
    button: { fr: "Presse, partenaire", en: "Press, partner" },
    lines: {
      fr: [
        "Merci de votre intérêt. Cette ligne est réservée aux jeunes et à ceux qui les aident.",
        "Pour la presse, un partenariat ou une intervention en classe, écrivez à l’association e-Enfance par son site.",
        "Si vous appelez pour une situation précise, choisissez « Parler à quelqu’un ».",
      ],
      en: [
        "Thank you for your interest. This line is kept for young people and those who help them.",
        "For press, partnerships or a talk in class, write to the e-Enfance association through its website.",
        "If this is about a particular situation, choose “Talk to someone”.",
      ],
    },
  },
  {
    motif: "horschamp.remerciement",
    button: { fr: "Dire merci", en: "Say thank you" },
    lines: {
      fr: [
        "Merci à toi, ça fait plaisir.",
        "Tu as eu du courage d’en parler.",
        "Tu peux revenir quand tu veux, même pour une petite question.",
      ],
      en: [
        "Thank you, that is kind.",
        "It took courage to talk about it.",
        "You can come back whenever you like, even for a small question.",
      ],
    },
  },
  {
    motif: "horschamp.test",
    button: { fr: "Je teste", en: "Just testing" },
    lines: {
      fr: [
        "Le test est réussi : je suis le robot du {helpline} et je réponds.",
        "Derrière moi, il y a de vraies personnes.",
        "Si tu voulais voir si tu peux parler ici : oui, tu peux.",
      ],
      en: [
        "The test worked: I am the {helpline} robot and I answer.",
        "Behind me there are real people.",
        "If you wanted to see whether you can talk here: yes, you can.",
      ],
    },
  },
];
