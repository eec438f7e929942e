import type { Sheet } from "./sheet";

export const INTIME_SHEETS: readonly Sheet[] = [
  {
    motif: "intime.diffusion",
    button: { fr: "On a diffusé", en: "They were shared" },
    lines: {
      fr: [
        "La faute est à la personne qui diffuse, pas à toi. On peut agir vite.",
        "N’envoie l’image à personne, même pas ici. Note seulement les liens, les pseudos et les dates.",
        "Signale la publication dans l’application (« image intime sans accord »).",
        "Diffuser une image intime est puni par la loi. Tu peux porter plainte, même sans tes parents au départ.",
        "Le {helpline} peut demander le retrait en priorité aux plateformes, souvent en quelques heures.",
        "Ne reste pas seul avec ça : parle à une personne maintenant.",
      ],
      en: [
        "The fault lies with the person who shares, not with you. Things can be done fast.",
        "Don’t send the picture to anyone, not even here. Only note links, usernames and dates.",
        "Report the post in the app (“intimate image without consent”).",
        "Sharing an intimate image is against the law. You can go to the police.",
        "{helpline} can ask platforms for removal with priority, often within hours.",
        "Don’t stay alone with this: talk to a person now.",
      ],
    },
  },
  {
    motif: "intime.menace-diffusion",
    button: { fr: "On menace", en: "They threaten to" },
    lines: {
      fr: [
        "On cherche à te faire peur. Ce n’est pas de ta faute, et tu n’as pas à obéir.",
        "Ne cède pas : n’envoie rien de plus, ni image ni argent.",
        "Garde les messages de menace : captures, pseudo, lien du profil. Ne supprime rien.",
        "Bloque ensuite le compte et règle tes comptes en privé.",
        "Menacer de diffuser est un délit. Le {helpline} peut agir avant que cela sorte.",
      ],
      en: [
        "They want to frighten you. It is not your fault and you don’t have to obey.",
        "Don’t give in: send nothing more, neither pictures nor money.",
        "Keep the threats: screenshots, username, profile link. Delete nothing.",
        "Then block the account and make yours private.",
        "Threatening to share is a crime. {helpline} can act before it comes out.",
      ],
    },
  },
  {
    motif: "intime.sextorsion-argent",
    button: { fr: "Chantage : argent", en: "Blackmail for money" },
    lines: {
      fr: [
        "Respire. Cela arrive à beaucoup de jeunes, et il y a des solutions. Tu n’as rien à te reprocher.",
        "Ne paie pas : payer n’arrête pas le chantage. Si tu as déjà payé, arrête maintenant, ce n’est pas grave.",
        "Ne réponds plus. Garde les captures : pseudo, messages, moyen de paiement demandé.",
        "Bloque et signale le compte, passe tes listes d’amis en privé.",
        "Ce sont souvent des réseaux d’escrocs. Le {helpline} peut bloquer les contenus en priorité.",
        "Dis-le à quelqu’un de confiance. Si tu penses à te faire du mal, appelle le {suicide} ou parle-nous tout de suite.",
      ],
      en: [
        "Breathe. This happens to many young people and there are ways out. You did nothing wrong.",
        "Don’t pay: paying does not stop blackmail. If you already paid, stop now, it’s all right.",
        "Stop answering. Keep screenshots: username, messages, how they want the money.",
        "Block and report the account, make your friend lists private.",
        "These are often gangs of scammers. {helpline} can have content blocked with priority.",
        "Tell someone you trust. If you think of hurting yourself, call {suicide} or talk to us right now.",
      ],
    },
  },
  {
    motif: "intime.sextorsion-contenus",
    button: { fr: "Chantage : photos", en: "Blackmail: pictures" },
    lines: {
      fr: [
        "On te force : ce n’est pas un choix, et ce n’est pas de ta faute.",
        "N’envoie plus aucune image, même si la personne insiste ou promet d’arrêter.",
        "Garde les messages et le pseudo. Ne renvoie l’image à personne, ni à nous.",
        "Bloque et signale le compte dans l’application.",
        "C’est un crime ou un délit grave. Une personne du {helpline} peut t’aider maintenant. En danger : {police}, ou {sms} par SMS.",
      ],
      en: [
        "You are being forced: it is not your choice and not your fault.",
        "Send no more pictures, even if they insist or promise to stop.",
        "Keep the messages and the username. Don’t send the picture to anyone, nor to us.",
        "Block and report the account in the app.",
        "This is a serious crime. A person at {helpline} can help now. In danger: {police}, or text {sms}.",
      ],
    },
  },
  {
    motif: "intime.sexting-pression",
    button: { fr: "On insiste pour ça", en: "I’m pressured" },
    lines: {
      fr: [
        "Tu as le droit de dire non, même à quelqu’un que tu aimes, même si tu as dit oui avant.",
        "Quelqu’un qui te respecte n’insiste pas et ne boude pas pour une photo.",
        "Tu peux répondre : « Non, je n’ai pas envie. N’insiste pas. »",
        "Si ça continue, garde les messages, bloque, et parles-en.",
        "Si tu as déjà envoyé quelque chose, rien n’est perdu : une personne du {helpline} peut t’aider.",
      ],
      en: [
        "You have the right to say no, even to someone you love, even if you said yes before.",
        "Someone who respects you does not push or sulk for a picture.",
        "You can answer: “No, I don’t want to. Please stop asking.”",
        "If it goes on, keep the messages, block, and talk about it.",
        "If you already sent something, nothing is lost: a person at {helpline} can help.",
      ],
    },
  },
  {
    motif: "intime.montage",
    button: { fr: "Montage, IA", en: "Fake image, AI" },
    lines: {
      fr: [
        "Même fausse, cette image te fait du mal, et c’est interdit de la faire comme de la partager.",
        "Note les liens, les pseudos et les dates. N’envoie l’image à personne, même pas ici.",
        "Signale dans l’application : « nudité » ou « fausse image ».",
        "Si cela vient de l’école, parles-en à un adulte : l’école doit agir.",
        "Le {helpline} peut demander le retrait en priorité.",
      ],
      en: [
        "Even fake, this picture hurts, and making or sharing it is against the law.",
        "Note links, usernames and dates. Don’t send the picture to anyone, not even here.",
        "Report in the app: “nudity” or “fake image”.",
        "If it comes from school, tell an adult: the school must act.",
        "{helpline} can ask for removal with priority.",
      ],
    },
  },
  {
    motif: "intime.compte-fisha",
    button: { fr: "Compte fisha", en: "Exposure account" },
    lines: {
      fr: [
        "Ces comptes sont interdits. La honte est à ceux qui les font, pas à toi.",
        "Ne négocie pas avec le compte et n’envoie pas ta photo pour « prouver ».",
        "Note le nom du compte, le lien, la date.",
        "Signale le compte dans l’application et demande à tes amis de le signaler aussi, sans partager.",
        "Le {helpline} peut faire fermer ces comptes vite. Parle à une personne maintenant.",
      ],
      en: [
        "These accounts are against the law. The shame is theirs, not yours.",
        "Don’t bargain with the account and don’t send your picture to “prove” anything.",
        "Note the account’s name, the link, the date.",
        "Report it in the app and ask friends to report it too, without sharing.",
        "{helpline} can have such accounts closed fast. Talk to a person now.",
      ],
    },
  },
];
