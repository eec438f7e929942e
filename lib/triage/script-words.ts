import type { Bilingual } from "@/lib/contract/taxonomy/entry";
import type { WordKey } from "./script-shape";

/** "Tu" for the child; short, plain, warm, never blaming; numbers as names in braces (numbers.ts). */
export const SCRIPT_WORDS: Readonly<Record<WordKey, Bilingual>> = {
  robot: {
    fr: "Bonjour ! Je suis le robot du {helpline}, pas une personne. Ici c’est gratuit, anonyme et confidentiel. Tu peux parler à quelqu’un à tout moment.",
    en: "Hello! I am the {helpline} robot, not a person. Here it is free, anonymous and confidential. You can talk to someone at any time.",
  },
  robotShort: { fr: "Je suis le robot du {helpline}.", en: "I am the {helpline} robot." },
  comeBack: {
    fr: "C’est de nouveau moi, le robot du {helpline}. Tu peux m’écrire, ou redemander une personne quand tu veux.",
    en: "It’s me again, the {helpline} robot. You can write to me, or ask for a person again whenever you like.",
  },
  handOver: {
    fr: "D’accord. Je préviens une personne du {helpline}. Tu peux continuer à écrire ici : elle lira tout, tu n’auras pas à répéter.",
    en: "All right. I am telling a person at {helpline}. You can keep writing here: they will read everything, you won’t have to repeat.",
  },
  fallback: {
    fr: "Je suis un robot et je n’arrive pas à bien te comprendre, pardon. Je préviens une personne du {helpline}. Tu peux continuer à écrire.",
    en: "I am a robot and I can’t understand you well enough, sorry. I am telling a person at {helpline}. You can keep writing.",
  },
  misunderstood: {
    fr: "Je ne suis pas sûr d’avoir compris. Tu peux le dire autrement, choisir un sujet, ou parler à quelqu’un.",
    en: "I am not sure I understood. You can say it another way, choose a subject, or talk to someone.",
  },
  noImage: {
    fr: "Je ne peux pas regarder d’images. S’il te plaît, n’envoie pas de photo intime, ni à moi ni à personne : tes mots suffisent. Que se passe-t-il ?",
    en: "I can’t look at pictures. Please don’t send any intimate picture, to me or to anyone: your words are enough. What is going on?",
  },
  factsThanks: { fr: "Merci, c’est noté. De quoi veux-tu parler ?", en: "Thank you, noted. What would you like to talk about?" },
  strongOffer: {
    fr: "Ce que tu vis a l’air vraiment dur, et ce n’est pas de ta faute. Je suis un robot : une personne du {helpline} pourra t’écouter mieux que moi. Tu veux lui parler maintenant ?",
    en: "What you are going through sounds really hard, and it is not your fault. I am a robot: a person at {helpline} can listen better than I can. Would you like to talk to them now?",
  },
  offerDeclined: {
    fr: "D’accord, c’est toi qui choisis. Tu peux changer d’avis à tout moment. En attendant, je reste là.",
    en: "All right, you choose. You can change your mind at any time. Meanwhile I am here.",
  },
  heard: {
    fr: "Si j’ai bien compris, il s’agit de : {subject}. Voici ce qui peut aider. Si je me trompe, dis-le-moi.",
    en: "If I understood, this is about: {subject}. Here is what can help. If I am wrong, tell me.",
  },
  whichOne: {
    fr: "Je veux être sûr de bien comprendre. De quoi s’agit-il surtout ?",
    en: "I want to be sure I understand. What is it mostly about?",
  },
  dangerSuicide: {
    fr: "Merci de me l’avoir dit. Je te prends au sérieux. Je suis un robot, alors je préviens tout de suite une personne du {helpline}. Reste avec moi, et si tu peux, va près de quelqu’un et éloigne ce qui pourrait te blesser.",
    en: "Thank you for telling me. I take you seriously. I am a robot, so I am telling a person at {helpline} right away. Stay with me, and if you can, go near someone and move away what could hurt you.",
  },
  dangerHarm: {
    fr: "Ce que tu écris est grave, et ce n’est pas de ta faute. Je suis un robot, alors je préviens tout de suite une personne du {helpline}. Si tu peux, mets-toi dans un endroit sûr.",
    en: "What you write is serious, and it is not your fault. I am a robot, so I am telling a person at {helpline} right away. If you can, go somewhere safe.",
  },
  dangerGrave: {
    fr: "Merci de me l’avoir dit. Ce n’est pas de ta faute, et tu n’es plus seul avec ça. Je suis un robot : je préviens tout de suite une personne du {helpline}. Tu peux continuer à écrire.",
    en: "Thank you for telling me. It is not your fault, and you are no longer alone with this. I am a robot: I am telling a person at {helpline} right away. You can keep writing.",
  },
  emergency: {
    fr: "En danger maintenant, n’attends pas de réponse ici : {police} police, {medical} SAMU, {european} urgences, {sms} par SMS sans parler. Idées de suicide : {suicide}. Enfant en danger : {childProtection}. C’est gratuit, jour et nuit.",
    en: "In danger now, don’t wait for an answer here: {police} police, {medical} ambulance, {european} emergencies, {sms} by text without speaking. Thoughts of suicide: {suicide}. Child in danger: {childProtection}. Free, day and night.",
  },
  closed: {
    fr: "L’équipe n’est pas là en ce moment. Ton message est gardé, et une personne te répondra ici {nextOpening}.",
    en: "The team is not here at the moment. Your message is kept, and a person will answer you here {nextOpening}.",
  },
  closedOffer: {
    fr: "L’équipe revient {nextOpening}. Si tu choisis « Parler à quelqu’un », ton message l’attendra.",
    en: "The team is back {nextOpening}. If you choose “Talk to someone”, your message will be waiting for them.",
  },
};
