import type { Language } from "@/lib/contract/roles";

/** Canned replies of the demonstration; the helpline writes its own in /admin. */
export const CANNED_REPLIES: readonly { shortcut: string; title: string; text: string; language: Language }[] = [
  {
    shortcut: "bonjour",
    title: "Accueil",
    text: "Bonjour, je suis là pour toi. Prends le temps qu’il te faut, et raconte dans l’ordre que tu veux.",
    language: "fr",
  },
  {
    shortcut: "preuves",
    title: "Garder les preuves",
    text: "Avant de bloquer, fais des captures d’écran où l’on voit le pseudo, la date et les messages. Garde-les, sans me les envoyer si elles montrent une image intime.",
    language: "fr",
  },
  {
    shortcut: "payer",
    title: "Ne pas payer",
    text: "Ne paie pas : payer ne l’arrête jamais. Tu n’y es pour rien, et on va agir ensemble.",
    language: "fr",
  },
  {
    shortcut: "retrait",
    title: "Demande de retrait",
    text: "Donne-moi seulement le lien ou le nom du compte. Nous demandons le retrait par notre canal prioritaire.",
    language: "fr",
  },
  {
    shortcut: "secours",
    title: "Danger immédiat",
    text: "Si tu es en danger maintenant, appelle le 112, ou envoie un SMS au 114. Je reste avec toi.",
    language: "fr",
  },
  {
    shortcut: "relais",
    title: "Passer le relais",
    text: "Avec ton accord, je te présente à une collègue qui connaît bien ce sujet. Elle aura tout lu, tu n’auras rien à répéter.",
    language: "fr",
  },
  {
    shortcut: "fin",
    title: "Au revoir",
    text: "Merci de nous avoir écrit. Tu peux revenir quand tu veux, tous les jours de 9 h à 23 h.",
    language: "fr",
  },
  {
    shortcut: "hello",
    title: "Welcome",
    text: "Hello, I am here for you. Take all the time you need, in any order you like.",
    language: "en",
  },
  {
    shortcut: "evidence",
    title: "Keep the evidence",
    text: "Before you block, take screenshots that show the name, the date and the messages. Keep them; never send me an intimate picture.",
    language: "en",
  },
];
