/** Roles of domain.md §2. A person can hold several. */
export const ROLES = ["listener", "psychologist", "jurist", "digital", "supervisor", "planner", "administrator"] as const;
export type Role = (typeof ROLES)[number];

/** What a conversation may need and a person may offer. `listening` is everybody's who answers. */
export const SKILLS = ["listening", "psychological", "legal", "digital"] as const;
export type Skill = (typeof SKILLS)[number];

/** Roles that answer people. */
export const COUNSELLOR_ROLES = ["listener", "psychologist", "jurist", "digital"] as const satisfies readonly Role[];

export const LANGUAGES = ["fr", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

export const CHANNELS = ["webchat", "messenger", "whatsapp", "instagram", "phone", "email"] as const;
export type Channel = (typeof CHANNELS)[number];

/** Where a person came from (domain.md §1). */
export const SOURCES = [
  "instagram-report-button",
  "tiktok-link",
  "app",
  "school",
  "search",
  "word-of-mouth",
  "website",
  "other",
] as const;
export type Source = (typeof SOURCES)[number];
