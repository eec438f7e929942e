import type { MotifCode } from "@/lib/contract/taxonomy";
import { CONTENUS_SHEETS } from "./contenus";
import { DETRESSE_SHEETS } from "./detresse";
import { HARCELEMENT_SHEETS } from "./harcelement";
import { HORSCHAMP_SHEETS } from "./horschamp";
import { IDENTITE_SHEETS } from "./identite";
import { INTIME_SHEETS } from "./intime";
import { PREDATION_SHEETS } from "./predation";
import type { Sheet } from "./sheet";
import { USAGES_SHEETS } from "./usages";

/** Every sheet; a test holds them to the motifs of the taxonomy, one each. */
export const SHEETS: readonly Sheet[] = [
  ...HARCELEMENT_SHEETS,
  ...INTIME_SHEETS,
  ...PREDATION_SHEETS,
  ...IDENTITE_SHEETS,
  ...CONTENUS_SHEETS,
  ...USAGES_SHEETS,
  ...DETRESSE_SHEETS,
  ...HORSCHAMP_SHEETS,
];

const byMotif = new Map(SHEETS.map((sheet) => [sheet.motif, sheet]));

/** The sheet of a motif, or undefined when nobody has written one yet. */
export function sheetOf(motif: MotifCode): Sheet | undefined {
  return byMotif.get(motif);
}
