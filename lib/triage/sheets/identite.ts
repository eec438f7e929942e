import type { Sheet } from "./sheet";

export const IDENTITE_SHEETS: readonly Sheet[] = [
  {
    motif: "identite.usurpation",
    button: { fr: "Faux compte de moi", en: "A fake me" },
    lines: {
      fr: [
        "Quelqu’un se fait passer pour toi : c’est interdit par la loi, et ça se retire.",
        "Fais des captures du faux compte : nom, lien, ce qu’il publie.",
        "Signale-le dans l’application : « se fait passer pour moi ».",
        "Préviens tes amis avec ton vrai compte, pour qu’ils ne répondent pas.",
        "Si cela reste en ligne, une personne du {helpline} peut demander la fermeture.",
      ],
      en: [
        "Someone is pretending to be you: it is against the law, and it can be removed.",
        "Take screenshots of the fake account: name, link, what it posts.",
        "Report it in the app: “pretending to be me”.",
        "Warn your friends from your real account so that they don’t answer.",
        "If it stays online, a person at {helpline} can ask for it to be closed.",
      ],
    },
  },
  {
    motif: "identite.piratage",
    button: { fr: "Compte piraté", en: "Hacked account" },
    lines: {
      fr: [
        "Va sur « mot de passe oublié » et change le mot de passe, d’abord celui de ta boîte mail.",
        "Déconnecte tous les appareils dans les réglages, puis active la double vérification.",
        "Utilise la page d’aide « compte piraté » de l’application.",
        "Préviens tes contacts de ne pas cliquer ni payer.",
        "Ne paie jamais quelqu’un qui promet de récupérer ton compte. Un spécialiste du {helpline} peut t’aider.",
      ],
      en: [
        "Use “forgot password” and change it, first the one of your e-mail.",
        "Log out of all devices in the settings, then turn on two-step verification.",
        "Use the app’s “hacked account” help page.",
        "Warn your contacts not to click or pay.",
        "Never pay someone who promises to get your account back. A specialist at {helpline} can help.",
      ],
    },
  },
  {
    motif: "identite.doxing",
    button: { fr: "Mon adresse publiée", en: "My address posted" },
    lines: {
      fr: [
        "Publier ton adresse ou ton numéro pour te nuire est un délit. Tu n’as rien fait de mal.",
        "Fais des captures avec les liens et les dates.",
        "Signale dans l’application : « informations privées ».",
        "Préviens un adulte chez toi, pour votre sécurité. Passe tes comptes en privé.",
        "Si on te menace ou si quelqu’un vient : {police}, ou {sms} par SMS.",
      ],
      en: [
        "Posting your address or number to harm you is a crime. You did nothing wrong.",
        "Take screenshots with links and dates.",
        "Report in the app: “private information”.",
        "Tell an adult at home, for everyone’s safety. Make your accounts private.",
        "If you are threatened or someone comes: {police}, or text {sms}.",
      ],
    },
  },
  {
    motif: "identite.arnaque",
    button: { fr: "Arnaque", en: "Scam" },
    lines: {
      fr: [
        "Ces pièges sont faits par des pros, ça arrive à tout le monde.",
        "Ne clique plus, ne réponds plus, ne paie plus.",
        "Si tu as donné une carte bancaire, dis-le vite à un parent : la banque peut la bloquer.",
        "Change le mot de passe que tu as donné, partout où tu l’utilises.",
        "Garde les messages et les numéros : ils servent pour la plainte.",
      ],
      en: [
        "These traps are made by professionals; it happens to everyone.",
        "Stop clicking, stop answering, stop paying.",
        "If you gave a bank card, tell a parent quickly: the bank can block it.",
        "Change the password you gave, everywhere you use it.",
        "Keep the messages and numbers: they help when filing a complaint.",
      ],
    },
  },
  {
    motif: "identite.donnees-personnelles",
    button: { fr: "Photo, vie privée", en: "Photo, privacy" },
    lines: {
      fr: [
        "Tu as un droit sur ton image et sur tes informations : on doit te demander ton accord.",
        "Demande d’abord le retrait à la personne, par écrit, si tu te sens en sécurité pour le faire.",
        "Garde une capture de la publication et de ta demande.",
        "Signale dans l’application : « vie privée ». Les sites doivent répondre, plus vite pour un mineur.",
        "Sans réponse, une personne du {helpline} peut t’aider.",
      ],
      en: [
        "You have a right to your image and your information: people must ask you.",
        "First ask the person to remove it, in writing, if you feel safe doing so.",
        "Keep a screenshot of the post and of your request.",
        "Report in the app: “privacy”. Sites must answer, faster for a minor.",
        "Without an answer, a person at {helpline} can help.",
      ],
    },
  },
  {
    motif: "identite.cyberstalking",
    button: { fr: "On me surveille", en: "I’m being watched" },
    lines: {
      fr: [
        "Surveiller quelqu’un, même par jalousie, n’est pas de l’amour. C’est interdit.",
        "Coupe le partage de position et vérifie les appareils connectés à tes comptes.",
        "Change tes mots de passe depuis un autre téléphone, si tu peux.",
        "Note les dates et garde les messages : cela prouve que ça se répète.",
        "Si la personne te suit ou t’attend : {police}, ou {sms} par SMS.",
      ],
      en: [
        "Watching someone, even out of jealousy, is not love. It is against the law.",
        "Turn off location sharing and check the devices linked to your accounts.",
        "Change your passwords from another phone, if you can.",
        "Note the dates and keep the messages: they show that it repeats.",
        "If the person follows you or waits for you: {police}, or text {sms}.",
      ],
    },
  },
];
