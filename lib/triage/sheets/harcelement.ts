import type { Sheet } from "./sheet";

export const HARCELEMENT_SHEETS: readonly Sheet[] = [
  {
    motif: "harcelement.cyber",
    button: { fr: "En ligne", en: "Online" },
    lines: {
      fr: [
        "Ce qui t’arrive n’est pas de ta faute. Tu as bien fait d’en parler.",
        "Ne réponds pas aux messages : répondre leur donne de quoi continuer.",
        "Garde des preuves : captures avec la date, le pseudo et le lien.",
        "Bloque ensuite les comptes et signale-les dans l’application.",
        "Parles-en à un adulte en qui tu as confiance. Le harcèlement est puni par la loi.",
        "Au {helpline}, une personne peut faire retirer des contenus et t’aider pour la suite.",
      ],
      en: [
        "What is happening is not your fault. You did well to talk about it.",
        "Don’t answer the messages: answers give them more to go on with.",
        "Keep evidence: screenshots with the date, the username and the link.",
        "Then block the accounts and report them in the app.",
        "Tell an adult you trust. Bullying is against the law.",
        "At {helpline}, a person can help get content removed and plan what comes next.",
      ],
    },
  },
  {
    motif: "harcelement.raid",
    button: { fr: "Un raid contre moi", en: "A pile-on" },
    lines: {
      fr: [
        "Beaucoup de gens d’un coup, c’est violent. Tu n’as pas à tout lire.",
        "Passe tes comptes en privé et coupe les commentaires et les messages des inconnus.",
        "Demande à quelqu’un de confiance de faire les captures à ta place : dates, pseudos, liens.",
        "Signale dans l’application le message qui a tout lancé et les pires.",
        "Participer à un raid est puni, même pour un seul message. Le {helpline} peut t’aider à tout faire retirer.",
      ],
      en: [
        "So many people at once is violent. You don’t have to read it all.",
        "Make your accounts private and turn off comments and messages from strangers.",
        "Ask someone you trust to take the screenshots for you: dates, usernames, links.",
        "In the app, report the message that started it and the worst ones.",
        "Joining a pile-on is against the law, even with one message. {helpline} can help get it all removed.",
      ],
    },
  },
  {
    motif: "harcelement.scolaire",
    button: { fr: "À l’école", en: "At school" },
    lines: {
      fr: [
        "Personne n’a le droit de te faire ça. Ce n’est pas à toi de changer.",
        "Note ce qui se passe : le jour, le lieu, qui était là.",
        "Parles-en à un adulte : parent, CPE, infirmière, prof. Tu peux y aller avec un ami.",
        "L’école doit agir : elle a une équipe contre le harcèlement (programme pHARe).",
        "Si on te frappe ou si tu as peur d’y aller demain, dis-le maintenant à une personne du {helpline}.",
      ],
      en: [
        "Nobody has the right to do this to you. You are not the one who has to change.",
        "Write down what happens: the day, the place, who was there.",
        "Tell an adult: a parent, the school nurse, a teacher. You can go with a friend.",
        "The school must act: it has a team against bullying (the pHARe programme).",
        "If they hit you or you are afraid to go tomorrow, tell a person at {helpline} now.",
      ],
    },
  },
  {
    motif: "harcelement.mixte",
    button: { fr: "École et en ligne", en: "School and online" },
    lines: {
      fr: [
        "À l’école et sur le téléphone, sans pause : c’est épuisant, et ce n’est pas de ta faute.",
        "Garde tout ensemble : captures des messages et notes sur ce qui se passe à l’école.",
        "Bloque et signale les comptes ; coupe les notifications le soir pour souffler.",
        "Parles-en à un adulte de l’école et à un proche : l’école peut agir aussi pour ce qui se passe en ligne.",
        "Une personne du {helpline} peut contacter l’école avec ton accord.",
      ],
      en: [
        "At school and on the phone, without a break: it is exhausting, and it is not your fault.",
        "Keep everything together: screenshots and notes of what happens at school.",
        "Block and report the accounts; turn notifications off at night to breathe.",
        "Tell an adult at school and someone close: the school can act on what happens online too.",
        "With your agreement, a person at {helpline} can contact the school.",
      ],
    },
  },
  {
    motif: "harcelement.exclusion",
    button: { fr: "On me met à l’écart", en: "I’m left out" },
    lines: {
      fr: [
        "Être mis à l’écart fait vraiment mal. Ce n’est pas « rien ».",
        "Tu n’as pas à te forcer à plaire à ceux qui t’excluent.",
        "Cherche une seule personne avec qui ça va : un camarade, un cousin, un adulte.",
        "Si un groupe est fait contre toi, garde une capture et signale-le.",
        "Parles-en à un adulte de l’école : exclure quelqu’un, c’est aussi du harcèlement.",
      ],
      en: [
        "Being left out really hurts. It is not “nothing”.",
        "You don’t have to force yourself to please those who exclude you.",
        "Look for one person you feel fine with: a classmate, a cousin, an adult.",
        "If there is a group against you, keep a screenshot and report it.",
        "Tell an adult at school: leaving someone out is bullying too.",
      ],
    },
  },
  {
    motif: "harcelement.rumeurs-outing",
    button: { fr: "Rumeurs, outing", en: "Rumours, outing" },
    lines: {
      fr: [
        "Personne n’a le droit de raconter ta vie ou ton orientation à ta place.",
        "Évite de répondre en public : cela fait durer la rumeur.",
        "Garde des captures : qui l’a dit, où, quand.",
        "Signale les publications dans l’application et demande le retrait.",
        "Si tu as peur de la réaction chez toi, parles-en d’abord à une personne du {helpline}.",
      ],
      en: [
        "Nobody has the right to tell your life or your orientation for you.",
        "Avoid answering in public: it keeps the rumour going.",
        "Keep screenshots: who said it, where, when.",
        "Report the posts in the app and ask for their removal.",
        "If you fear how home will react, talk to a person at {helpline} first.",
      ],
    },
  },
  {
    motif: "harcelement.haine-sexiste",
    button: { fr: "Insultes sexistes", en: "Sexist insults" },
    lines: {
      fr: [
        "Ces mots sont faits pour te faire taire. Ils ne disent rien de toi.",
        "Garde des captures avec les pseudos, puis bloque.",
        "Signale dans l’application : choisis « haine » ou « harcèlement ».",
        "Les insultes et menaces sexistes sont punies par la loi : tu peux porter plainte.",
        "Si on te menace, appelle le {police} ou écris au {sms}.",
      ],
      en: [
        "These words are made to silence you. They say nothing about you.",
        "Keep screenshots with the usernames, then block.",
        "Report in the app: choose “hate” or “harassment”.",
        "Sexist insults and threats are against the law: you can file a complaint.",
        "If you are threatened, call {police} or text {sms}.",
      ],
    },
  },
  {
    motif: "harcelement.haine-lgbtphobe",
    button: { fr: "Insultes LGBTphobes", en: "Anti-LGBT insults" },
    lines: {
      fr: [
        "Tu as le droit d’être qui tu es. Ce sont leurs mots qui posent problème.",
        "Garde des captures, puis bloque et signale : « discours de haine ».",
        "La haine LGBTphobe est punie par la loi, en ligne aussi.",
        "Tu choisis à qui tu en parles et quand. Ici, c’est anonyme.",
        "Si chez toi tu n’es pas en sécurité, parle à une personne du {helpline} ou appelle le {childProtection}.",
      ],
      en: [
        "You have the right to be who you are. Their words are the problem.",
        "Keep screenshots, then block and report as “hate speech”.",
        "Anti-LGBT hate is against the law, online too.",
        "You choose who you tell and when. Here it is anonymous.",
        "If you are not safe at home, talk to a person at {helpline} or call {childProtection}.",
      ],
    },
  },
  {
    motif: "harcelement.haine-raciste",
    button: { fr: "Racisme, religion", en: "Racism, religion" },
    lines: {
      fr: [
        "Personne n’a à subir ça, pour sa couleur, son origine ou sa religion.",
        "Garde des captures : le message, le pseudo, la date, le lien.",
        "Signale dans l’application (« haine ») et sur PHAROS, le site de la police.",
        "C’est un délit : tu peux porter plainte avec un parent.",
        "Une personne du {helpline} peut t’aider à faire retirer le contenu.",
      ],
      en: [
        "Nobody should suffer this for their colour, origin or religion.",
        "Keep screenshots: the message, the username, the date, the link.",
        "Report in the app (“hate”) and on PHAROS, the police website.",
        "It is a crime: you can file a complaint with a parent.",
        "A person at {helpline} can help get the content removed.",
      ],
    },
  },
];
