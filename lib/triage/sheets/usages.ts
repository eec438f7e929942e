import type { Sheet } from "./sheet";

export const USAGES_SHEETS: readonly Sheet[] = [
  {
    motif: "usages.ecrans",
    button: { fr: "Trop d’écran", en: "Too much screen" },
    lines: {
      fr: [
        "Les applications sont faites pour te retenir : ce n’est pas un manque de volonté.",
        "Essaie une chose : le téléphone hors de la chambre la nuit.",
        "Coupe les notifications et mets une limite de temps dans les réglages.",
        "Garde chaque jour un moment sans écran avec quelqu’un que tu aimes bien.",
        "Si l’écran sert à oublier que tu vas mal, une personne du {helpline} peut t’écouter.",
      ],
      en: [
        "Apps are made to hold you: it is not a lack of will.",
        "Try one thing: the phone out of the bedroom at night.",
        "Turn off notifications and set a time limit in the settings.",
        "Keep a moment each day without a screen, with someone you like.",
        "If the screen helps you forget that you feel bad, a person at {helpline} can listen.",
      ],
    },
  },
  {
    motif: "usages.jeux-video",
    button: { fr: "Jeux vidéo", en: "Video games" },
    lines: {
      fr: [
        "Jouer, c’est bien. Ça devient un souci quand ça prend le sommeil, l’école ou les amis.",
        "Fixe une fin avant de commencer, et préviens ceux avec qui tu joues.",
        "Coupe le micro et bloque les joueurs qui insultent ; signale-les dans le jeu.",
        "Ne donne ni nom, ni adresse, ni photo à un joueur inconnu.",
        "Si tu n’arrives plus à t’arrêter, parles-en : ça se règle petit à petit.",
      ],
      en: [
        "Playing is fine. It becomes a worry when it takes sleep, school or friends.",
        "Set an end before you start and tell those you play with.",
        "Mute and block players who insult; report them in the game.",
        "Give no name, address or picture to a player you don’t know.",
        "If you can no longer stop, talk about it: it gets better step by step.",
      ],
    },
  },
  {
    motif: "usages.achats-paris",
    button: { fr: "Achats, paris", en: "Purchases, betting" },
    lines: {
      fr: [
        "Les jeux et les paris sont faits pour faire dépenser. Tu n’es pas seul dans ce cas.",
        "Dis-le à un parent avant que la facture grandisse : souvent, un achat d’un mineur se rembourse.",
        "Demande le remboursement dans l’application ou le magasin, avec la date et le montant.",
        "Enlève la carte bancaire et mets un code pour les achats.",
        "Les paris sont interdits avant 18 ans. Si tu as des dettes ou des menaces, parle-nous.",
      ],
      en: [
        "Games and betting are made to make you spend. You are not the only one.",
        "Tell a parent before the bill grows: a minor’s purchase can often be refunded.",
        "Ask for a refund in the app or store, with date and amount.",
        "Remove the bank card and set a code for purchases.",
        "Betting is forbidden under 18. If you have debts or get threats, talk to us.",
      ],
    },
  },
  {
    motif: "usages.controle-parental",
    button: { fr: "Contrôle parental", en: "Parental controls" },
    lines: {
      fr: [
        "Vous pouvez régler l’appareil dès l’achat : un contrôle parental y est proposé.",
        "Réglez aussi la box, la console et chaque application, selon l’âge.",
        "Expliquez les règles avant de les poser : un enfant qui comprend les suit mieux.",
        "Un réglage ne remplace pas la discussion : demandez ce qu’il aime et ce qui l’a gêné.",
        "Au {helpline}, un spécialiste peut vous guider pas à pas.",
      ],
      en: [
        "You can set up the device from the start: it offers parental controls.",
        "Set up the router, the console and each app too, by age.",
        "Explain the rules before setting them: a child who understands follows them better.",
        "A setting does not replace talking: ask what they like and what upset them.",
        "At {helpline}, a specialist can guide you step by step.",
      ],
    },
  },
  {
    motif: "usages.conflit-parental",
    button: { fr: "Disputes à la maison", en: "Rows at home" },
    lines: {
      fr: [
        "Se disputer pour le téléphone arrive dans presque toutes les familles.",
        "Choisis un moment calme, pas pendant la dispute, et dis ce qui compte pour toi.",
        "Propose une règle écrite ensemble : horaires, repas, nuit.",
        "Demande aussi ce qui inquiète tes parents.",
        "Si la dispute devient violente, si on te frappe ou si tu as peur : {childProtection}, jour et nuit.",
      ],
      en: [
        "Rows about the phone happen in almost every family.",
        "Choose a calm moment, not during the row, and say what matters to you.",
        "Offer a rule written together: hours, meals, night.",
        "Ask what worries your parents, too.",
        "If it turns violent, if you are hit or afraid: {childProtection}, day and night.",
      ],
    },
  },
  {
    motif: "usages.conseil-parentalite",
    button: { fr: "Conseil de parent", en: "Advice for parents" },
    lines: {
      fr: [
        "Vous vous posez la question, c’est déjà l’essentiel.",
        "Écoutez d’abord, sans punir : un enfant qui craint de perdre son téléphone se tait.",
        "Regardez ensemble les réglages de ses comptes : privés, sans position, messages des inconnus coupés.",
        "S’il se passe quelque chose : gardez des preuves, bloquez, signalez.",
        "Une personne du {helpline} peut vous conseiller, gratuitement et sans jugement.",
      ],
      en: [
        "You are asking yourself the question: that is already the main thing.",
        "Listen first, without punishing: a child who fears losing the phone keeps silent.",
        "Look at the account settings together: private, no location, no messages from strangers.",
        "If something happens: keep evidence, block, report.",
        "A person at {helpline} can advise you, free of charge and without judging.",
      ],
    },
  },
];
