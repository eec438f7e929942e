import type { Sheet } from "./sheet";

export const CONTENUS_SHEETS: readonly Sheet[] = [
  {
    motif: "contenus.pornographie",
    button: { fr: "Porno", en: "Porn" },
    lines: {
      fr: [
        "Tomber sur du porno peut choquer ou embrouiller. Tu n’as rien fait de mal.",
        "Ce n’est pas la vraie vie : c’est joué, et souvent violent.",
        "Ferme la page. Si un compte te l’envoie, bloque-le et signale-le.",
        "Si les images te reviennent en tête, en parler aide vraiment.",
        "Si un adulte te montre ça exprès, parle maintenant à une personne du {helpline}.",
      ],
      en: [
        "Coming across porn can shock or confuse. You did nothing wrong.",
        "It is not real life: it is acted, and often violent.",
        "Close the page. If an account sends it to you, block and report it.",
        "If the pictures keep coming back, talking really helps.",
        "If an adult shows you this on purpose, talk to a person at {helpline} now.",
      ],
    },
  },
  {
    motif: "contenus.violence",
    button: { fr: "Violence", en: "Violence" },
    lines: {
      fr: [
        "Certaines images restent dans la tête. C’est normal d’être secoué.",
        "Arrête de regarder et ne partage pas la vidéo.",
        "Signale-la dans l’application : « violence ». Pour les cas graves, il y a PHAROS, le site de la police.",
        "Fais une chose qui te calme, puis parles-en à quelqu’un.",
        "Si tu reconnais une victime en danger : {police} ou {european}.",
      ],
      en: [
        "Some pictures stay in your head. It is normal to be shaken.",
        "Stop watching and don’t share the video.",
        "Report it in the app: “violence”. For serious cases there is PHAROS, the police website.",
        "Do something that calms you, then talk to someone.",
        "If you recognise someone in danger: {police} or {european}.",
      ],
    },
  },
  {
    motif: "contenus.automutilation-tca",
    button: { fr: "Se blesser, maigrir", en: "Self-harm, thinness" },
    lines: {
      fr: [
        "Ces vidéos peuvent donner de mauvaises idées, surtout quand on va mal.",
        "Touche « pas intéressé » et signale : l’application t’en montrera moins.",
        "Quitte les comptes et les groupes qui poussent à maigrir ou à se blesser.",
        "Si tu te fais du mal ou ne manges plus, ce n’est pas de ta faute et ça se soigne.",
        "Parle à une personne ici. Le {suicide} répond aussi, jour et nuit.",
      ],
      en: [
        "These videos can plant bad ideas, above all when you feel low.",
        "Tap “not interested” and report: the app will show you less of it.",
        "Leave accounts and groups that push you to get thin or hurt yourself.",
        "If you hurt yourself or no longer eat, it is not your fault and it can be treated.",
        "Talk to a person here. {suicide} answers too, day and night.",
      ],
    },
  },
  {
    motif: "contenus.haine-radicalisation",
    button: { fr: "Haine, extrémisme", en: "Hate, extremism" },
    lines: {
      fr: [
        "Ces contenus sont faits pour mettre en colère et pour recruter.",
        "Ne partage pas, même pour critiquer : ça leur donne des vues.",
        "Signale dans l’application et sur PHAROS, le site de la police.",
        "Si un proche change ou se ferme, ne le laisse pas seul : parles-en à un adulte.",
        "Si quelqu’un parle de passer à l’acte : {police} tout de suite.",
      ],
      en: [
        "This content is made to stir anger and to recruit.",
        "Don’t share it, even to criticise: it gives them views.",
        "Report in the app and on PHAROS, the police website.",
        "If someone close changes or shuts down, don’t leave them alone: tell an adult.",
        "If someone talks about doing something violent: {police} right away.",
      ],
    },
  },
  {
    motif: "contenus.defi",
    button: { fr: "Défi dangereux", en: "Dangerous dare" },
    lines: {
      fr: [
        "Tu as le droit de refuser un défi, même si tout le monde le fait.",
        "Ne plus respirer, avaler un produit, se jeter : certains défis tuent.",
        "Signale la vidéo et dis-le à un adulte si un ami veut essayer.",
        "Si on te force ou te menace, garde les messages et parle-nous.",
        "Si quelqu’un se sent mal ou ne répond plus : {medical} ou {european}.",
      ],
      en: [
        "You have the right to refuse a dare, even if everyone does it.",
        "Holding your breath, swallowing something, jumping: some dares kill.",
        "Report the video and tell an adult if a friend wants to try.",
        "If you are forced or threatened, keep the messages and talk to us.",
        "If someone feels ill or does not answer: {medical} or {european}.",
      ],
    },
  },
];
