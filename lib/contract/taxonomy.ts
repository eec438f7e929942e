import type { Bilingual, TaxonomyEntry } from "./taxonomy/entry";
import { MOTIFS } from "./taxonomy/motifs";
import { AGES, AUTHOR_LINKS, OUTCOMES, ROLES, SCHOOL_LEVELS } from "./taxonomy/people";
import { PLATFORMS } from "./taxonomy/platforms";

/** Raised with every change of the lists below; stored beside a tag so that an old one can still be read. */
export const TAXONOMY_VERSION = 1;

/** The independent axes of domain.md §4. Danger is not a tag: it has its own ladder (danger.ts). */
export const TAXONOMY = {
  motif: MOTIFS,
  platform: PLATFORMS,
  age: AGES,
  schoolLevel: SCHOOL_LEVELS,
  role: ROLES,
  authorLink: AUTHOR_LINKS,
  outcome: OUTCOMES,
} as const satisfies Record<string, readonly TaxonomyEntry[]>;

export type Axis = keyof typeof TAXONOMY;
export type AxisCode<A extends Axis = Axis> = (typeof TAXONOMY)[A][number]["code"];
export type MotifCode = AxisCode<"motif">;
export type Locale = keyof Bilingual;

export const AXES = Object.keys(TAXONOMY) as Axis[];

/** Axes of which a case may carry more than one code. */
export const MULTIPLE_AXES: readonly Axis[] = ["motif", "platform"];

/** What must be known before a case is closed (a choice, domain.md §4). `danger` is on the case, the others are tags. */
export const REQUIRED_AT_CLOSING = ["motif", "role", "age", "danger", "outcome"] as const satisfies readonly (Axis | "danger")[];

export const AXIS_LABELS: Record<Axis, Bilingual> = {
  motif: { fr: "Motif", en: "Subject" },
  platform: { fr: "Plateforme", en: "Platform" },
  age: { fr: "Âge de la victime", en: "Age of the victim" },
  schoolLevel: { fr: "Niveau scolaire", en: "School level" },
  role: { fr: "Rôle du contact", en: "Role of the contact" },
  authorLink: { fr: "Lien avec l’auteur", en: "Link with the author" },
  outcome: { fr: "Issue", en: "Outcome" },
};

const byCode: Record<Axis, ReadonlyMap<string, TaxonomyEntry>> = {
  motif: index(MOTIFS),
  platform: index(PLATFORMS),
  age: index(AGES),
  schoolLevel: index(SCHOOL_LEVELS),
  role: index(ROLES),
  authorLink: index(AUTHOR_LINKS),
  outcome: index(OUTCOMES),
};

/** The entry of that code on that axis, or undefined for a code this version does not know. */
export function taxonomyEntry(axis: Axis, code: string): TaxonomyEntry | undefined {
  return byCode[axis].get(code);
}

/** True when the axis knows the code, retired ones included. */
export function isAxisCode<A extends Axis>(axis: A, code: string): code is AxisCode<A> {
  return byCode[axis].has(code);
}

/** The words for a code; an unknown code is shown as it is, never hidden. */
export function labelOf(axis: Axis, code: string, locale: Locale): string {
  return byCode[axis].get(code)?.labels[locale] ?? code;
}

function index(entries: readonly TaxonomyEntry[]): ReadonlyMap<string, TaxonomyEntry> {
  return new Map(entries.map((entry) => [entry.code, entry]));
}
