import type { Sheet } from "./sheet";

export const DETRESSE_SHEETS: readonly Sheet[] = [
  {
    motif: "detresse.anxiete",
    button: { fr: "Stress, angoisse", en: "Stress, anxiety" },
    lines: {
      fr: [
        "L’angoisse fait peur, mais elle redescend toujours. Tu n’es pas fou.",
        "Essaie maintenant : inspire en comptant jusqu’à 4, souffle en comptant jusqu’à 6, cinq fois.",
        "Nomme cinq choses que tu vois autour de toi.",
        "Pose le téléphone si ce sont des messages qui t’angoissent.",
        "En parler à l’infirmière, à un proche ou à une personne ici aide vraiment.",
      ],
      en: [
        "Anxiety is frightening, but it always comes down again. You are not mad.",
        "Try now: breathe in counting to 4, out counting to 6, five times.",
        "Name five things you can see around you.",
        "Put the phone down if messages make you anxious.",
        "Talking to the school nurse, someone close or a person here really helps.",
      ],
    },
  },
  {
    motif: "detresse.depression",
    button: { fr: "Triste, vide", en: "Sad, empty" },
    lines: {
      fr: [
        "Être triste longtemps, n’avoir envie de rien : ça existe, ça a un nom et ça se soigne.",
        "Tu n’as pas à aller bien tout de suite, ni à y arriver seul.",
        "Une petite chose aujourd’hui suffit : manger, sortir dix minutes, écrire à quelqu’un.",
        "Parles-en à un adulte : parent, infirmière, médecin. Tu peux lui montrer ce message.",
        "Si tu penses à mourir, dis-le nous, ou appelle le {suicide}, gratuit, jour et nuit.",
      ],
      en: [
        "Being sad for long, wanting nothing: it exists, it has a name and it can be treated.",
        "You don’t have to feel well at once, nor manage alone.",
        "One small thing today is enough: eat, go out for ten minutes, write to someone.",
        "Tell an adult: a parent, a nurse, a doctor. You can show them this message.",
        "If you think of dying, tell us, or call {suicide}, free, day and night.",
      ],
    },
  },
  {
    motif: "detresse.automutilation",
    button: { fr: "Je me fais du mal", en: "I hurt myself" },
    lines: {
      fr: [
        "Merci de le dire. Se faire du mal, c’est souvent essayer de tenir. Personne ici ne te jugera.",
        "Si tu saignes beaucoup ou si c’est profond : {medical} ou {european}, maintenant.",
        "Quand l’envie monte, attends dix minutes : éloigne l’objet, serre un glaçon, va près de quelqu’un.",
        "Nettoie et protège la blessure ; l’infirmière de l’école garde le secret.",
        "Parle à une personne ici. Le {suicide} répond jour et nuit.",
      ],
      en: [
        "Thank you for saying it. Hurting yourself is often a way of holding on. Nobody here will judge you.",
        "If you bleed a lot or it is deep: {medical} or {european}, now.",
        "When the urge rises, wait ten minutes: move the object away, hold an ice cube, go near someone.",
        "Clean and cover the wound; the school nurse keeps it private.",
        "Talk to a person here. {suicide} answers day and night.",
      ],
    },
  },
  {
    motif: "detresse.idees-suicidaires",
    button: { fr: "Idées de mort", en: "Thoughts of dying" },
    lines: {
      fr: [
        "Merci de me le dire. Tu comptes, et cette douleur peut diminuer, même si tu ne le crois pas maintenant.",
        "Ne reste pas seul : va près de quelqu’un, ou appelle quelqu’un tout de suite.",
        "Éloigne ce qui pourrait te blesser, ou demande à quelqu’un de le garder.",
        "Le {suicide} est gratuit, jour et nuit. En danger maintenant : {medical} ou {european}, ou {sms} par SMS.",
        "Une personne du {helpline} peut te parler. Appuie sur « Parler à quelqu’un ».",
      ],
      en: [
        "Thank you for telling me. You matter, and this pain can ease, even if you can’t believe it now.",
        "Don’t stay alone: go near someone, or call someone right now.",
        "Move away what could hurt you, or ask someone to keep it.",
        "{suicide} is free, day and night. In danger now: {medical} or {european}, or text {sms}.",
        "A person at {helpline} can talk with you. Tap “Talk to someone”.",
      ],
    },
  },
  {
    motif: "detresse.decrochage",
    button: { fr: "Plus envie d’école", en: "Can’t face school" },
    lines: {
      fr: [
        "Ne plus arriver à aller en cours, ce n’est pas de la paresse. Il y a souvent une raison.",
        "Essaie de dire à un adulte ce qui bloque : la peur, des élèves, la fatigue.",
        "L’infirmière, le CPE ou l’assistante sociale peuvent adapter ton retour, petit à petit.",
        "Si c’est à cause de harcèlement, l’école doit te protéger.",
        "Une personne du {helpline} peut préparer ça avec toi.",
      ],
      en: [
        "No longer managing to go to school is not laziness. There is often a reason.",
        "Try to tell an adult what is in the way: fear, other pupils, tiredness.",
        "The nurse or the social worker can help you come back step by step.",
        "If bullying is the cause, the school must protect you.",
        "A person at {helpline} can prepare this with you.",
      ],
    },
  },
  {
    motif: "detresse.violences-familiales",
    button: { fr: "Violence chez moi", en: "Violence at home" },
    lines: {
      fr: [
        "Personne n’a le droit de te frapper, de te toucher ou de t’humilier, même dans ta famille. Ce n’est pas de ta faute.",
        "En danger maintenant : {police}, ou {sms} par SMS si tu ne peux pas parler. Mets-toi dans un endroit sûr.",
        "Le {childProtection} t’écoute jour et nuit. L’appel n’apparaît pas sur la facture.",
        "Tu peux le dire à un adulte hors de la maison : prof, infirmière, voisin.",
        "Après, efface cette conversation si quelqu’un regarde ton téléphone. Une personne du {helpline} peut te parler maintenant.",
      ],
      en: [
        "Nobody has the right to hit, touch or humiliate you, even in your family. It is not your fault.",
        "In danger now: {police}, or text {sms} if you cannot talk. Go to a safe place.",
        "{childProtection} listens day and night. The call does not show on the bill.",
        "You can tell an adult outside home: a teacher, a nurse, a neighbour.",
        "Afterwards, delete this chat if someone looks at your phone. A person at {helpline} can talk with you now.",
      ],
    },
  },
];
