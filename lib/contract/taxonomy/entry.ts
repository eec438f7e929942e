/** A word in both languages of the house. */
export interface Bilingual {
  fr: string;
  en: string;
}

/** One value of an axis. A retired entry is still read and exported, but no longer offered. */
export interface TaxonomyEntry {
  code: string;
  labels: Bilingual;
  family?: string;
  type?: string;
  retired?: boolean;
}
