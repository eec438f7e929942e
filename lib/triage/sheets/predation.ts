import type { Sheet } from "./sheet";

export const PREDATION_SHEETS: readonly Sheet[] = [
  {
    motif: "predation.grooming",
    button: { fr: "Un adulte m’écrit", en: "An adult texts me" },
    lines: {
      fr: [
        "Un adulte n’a pas à te parler de sexe, ni à te demander un secret ou une photo. Ce n’est pas de ta faute.",
        "Tu peux arrêter de répondre tout de suite, sans te justifier.",
        "Garde la conversation et le pseudo, puis bloque et signale.",
        "Ne va pas le voir et ne lui donne ni adresse ni école.",
        "S’il sait où tu es ou s’il vient : {police}, ou {sms} par SMS. Sinon, parle maintenant à une personne du {helpline}.",
      ],
      en: [
        "An adult must not talk to you about sex, nor ask for a secret or a picture. It is not your fault.",
        "You can stop answering right now, without explaining.",
        "Keep the conversation and the username, then block and report.",
        "Don’t go and meet them, and give neither address nor school.",
        "If they know where you are or are coming: {police}, or text {sms}. Otherwise talk to a person at {helpline} now.",
      ],
    },
  },
  {
    motif: "predation.exploitation",
    button: { fr: "Argent contre sexe", en: "Money for sex" },
    lines: {
      fr: [
        "Si on te donne de l’argent ou des cadeaux contre des photos ou du sexe, la loi te protège. Tu n’es pas coupable.",
        "Tu as le droit d’arrêter, même si tu as dit oui, même si tu as reçu quelque chose.",
        "Garde les messages, les pseudos et les numéros.",
        "Si on te force ou te menace : {police}, ou {sms} par SMS. Le {childProtection} écoute aussi, jour et nuit.",
        "Une personne du {helpline} peut chercher avec toi comment en sortir, sans te juger.",
      ],
      en: [
        "If someone gives you money or presents for pictures or sex, the law protects you. You are not guilty.",
        "You have the right to stop, even if you said yes, even if you received something.",
        "Keep the messages, usernames and phone numbers.",
        "If you are forced or threatened: {police}, or text {sms}. {childProtection} listens too, day and night.",
        "A person at {helpline} can look for a way out with you, without judging.",
      ],
    },
  },
  {
    motif: "predation.contenu-pedocriminel",
    button: { fr: "J’ai vu des enfants", en: "I saw child abuse" },
    lines: {
      fr: [
        "Voir ça est très dur. Tu as bien fait de le dire.",
        "Ne télécharge rien, ne fais pas de capture et ne le renvoie à personne, même pas à nous : c’est interdit.",
        "Note seulement le lien, le nom du groupe ou du compte, et la date.",
        "Quitte le groupe, puis signale dans l’application et sur PHAROS, le site de la police.",
        "Une personne du {helpline} peut faire le signalement avec toi et t’écouter.",
      ],
      en: [
        "Seeing this is very hard. You did well to say so.",
        "Download nothing, take no screenshot and send it to nobody, not even us: it is forbidden.",
        "Only note the link, the name of the group or account, and the date.",
        "Leave the group, then report in the app and on PHAROS, the police website.",
        "A person at {helpline} can report it with you and listen to you.",
      ],
    },
  },
  {
    motif: "predation.rencontre",
    button: { fr: "On veut me voir", en: "They want to meet" },
    lines: {
      fr: [
        "Tu peux dire non ou annuler, même au dernier moment, même si tu avais promis.",
        "Quelqu’un connu en ligne n’est peut-être pas qui il dit être. N’y va pas seul et ne monte dans aucune voiture.",
        "Dis à un adulte de confiance qui c’est, où et quand.",
        "Garde les messages et le pseudo.",
        "S’il insiste, s’il est près de toi ou si tu es déjà avec lui et que tu as peur : {police}, ou {sms} par SMS.",
      ],
      en: [
        "You can say no or cancel, even at the last minute, even if you promised.",
        "Someone met online may not be who they say. Don’t go alone and don’t get into any car.",
        "Tell an adult you trust who it is, where and when.",
        "Keep the messages and the username.",
        "If they insist, are near you, or you are with them and afraid: {police}, or text {sms}.",
      ],
    },
  },
];
