import type { Bilingual, TaxonomyEntry } from "./entry";

/** What kind of place a platform is; the takedown desk and the reports group by it. */
export const PLATFORM_TYPES = {
  social: { fr: "Réseau social", en: "Social network" },
  messaging: { fr: "Messagerie", en: "Messaging" },
  video: { fr: "Vidéo et direct", en: "Video and live" },
  gaming: { fr: "Jeu", en: "Game" },
  dating: { fr: "Rencontre", en: "Meeting people" },
  adult: { fr: "Contenu pour adultes", en: "Adult content" },
  school: { fr: "Outil scolaire", en: "School tool" },
  other: { fr: "Autre", en: "Other" },
} as const satisfies Record<string, Bilingual>;

export type PlatformType = keyof typeof PLATFORM_TYPES;

const same = (name: string) => ({ fr: name, en: name });

/** Where it happened; a case can carry several. */
export const PLATFORMS = [
  { code: "facebook", type: "social", labels: same("Facebook") },
  { code: "instagram", type: "social", labels: same("Instagram") },
  { code: "x", type: "social", labels: same("X (Twitter)") },
  { code: "snapchat", type: "social", labels: same("Snapchat") },
  { code: "tiktok", type: "social", labels: same("TikTok") },
  { code: "bereal", type: "social", labels: same("BeReal") },
  { code: "youtube", type: "video", labels: same("YouTube") },
  { code: "twitch", type: "video", labels: same("Twitch") },
  { code: "roblox", type: "gaming", labels: same("Roblox") },
  { code: "jeu-en-ligne", type: "gaming", labels: { fr: "Autre jeu en ligne", en: "Other online game" } },
  { code: "discord", type: "messaging", labels: same("Discord") },
  { code: "whatsapp", type: "messaging", labels: same("WhatsApp") },
  { code: "messenger", type: "messaging", labels: same("Messenger") },
  { code: "telegram", type: "messaging", labels: same("Telegram") },
  { code: "signal", type: "messaging", labels: same("Signal") },
  { code: "sms", type: "messaging", labels: { fr: "SMS", en: "Text message" } },
  { code: "e-mail", type: "messaging", labels: { fr: "E-mail", en: "E-mail" } },
  { code: "yubo", type: "dating", labels: same("Yubo") },
  { code: "mym", type: "adult", labels: same("MYM") },
  { code: "onlyfans", type: "adult", labels: same("OnlyFans") },
  { code: "pornhub-aylo", type: "adult", labels: same("Pornhub / Aylo") },
  { code: "ent-pronote", type: "school", labels: { fr: "ENT, Pronote", en: "School portal (ENT, Pronote)" } },
  { code: "site-web", type: "other", labels: { fr: "Site web", en: "Website" } },
  { code: "hors-ligne", type: "other", labels: { fr: "Hors ligne", en: "Offline" } },
] as const satisfies readonly (TaxonomyEntry & { type: PlatformType })[];
