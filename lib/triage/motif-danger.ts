import { dangerRank, type DangerLevel } from "@/lib/contract/danger";
import type { AxisCode, MotifCode } from "@/lib/contract/taxonomy";
import type { Facts } from "./read-facts";

/** What choosing a subject says by itself (domain.md §3). A button is less than words: F3 needs the age too. */
const LEVELS: Partial<Record<MotifCode, DangerLevel>> = {
  "intime.diffusion": "F2",
  "intime.menace-diffusion": "F2",
  "intime.sextorsion-argent": "F2",
  "intime.sextorsion-contenus": "F2",
  "intime.montage": "F2",
  "intime.compte-fisha": "F2",
  "predation.grooming": "F2",
  "predation.exploitation": "F2",
  "predation.rencontre": "F2",
  "predation.contenu-pedocriminel": "F2",
  "identite.cyberstalking": "F1",
  "identite.doxing": "F1",
  "detresse.automutilation": "F2",
  "detresse.idees-suicidaires": "F2",
  "detresse.violences-familiales": "F2",
  "detresse.decrochage": "F2",
  "detresse.depression": "F1",
  "detresse.anxiete": "F1",
};

/** An intimate image of a minor online, or an adult after one: F3 once the age is known to be under 18. */
const GRAVE_FOR_MINORS: readonly MotifCode[] = [
  "intime.diffusion",
  "intime.compte-fisha",
  "predation.grooming",
  "predation.exploitation",
];
const MINOR_AGES: readonly AxisCode<"age">[] = ["0-8", "9-10", "11-12", "13-14", "15-17"];

/** The danger a chosen subject carries, given what is known of the victim. */
export function motifDanger(motif: MotifCode, { age }: Facts): DangerLevel {
  if (age && MINOR_AGES.includes(age) && GRAVE_FOR_MINORS.includes(motif)) return "F3";
  if (motif.startsWith("harcelement.")) return "F1";
  return LEVELS[motif] ?? "F0";
}

/** The higher of two levels; at the same height the first. */
export function highest(one: DangerLevel, other: DangerLevel): DangerLevel {
  return dangerRank(other) > dangerRank(one) ? other : one;
}
