import type { DangerLevel } from "@/lib/contract/danger";

/** One message with the level a person would give it on reading it alone. */
export interface CorpusLine {
  text: string;
  level: Exclude<DangerLevel, "FX">;
  language: "fr" | "en";
  /** Written after the rules and never used to tune them; its figures are the honest ones. */
  heldOut?: boolean;
}

/** Lines of one level and language. */
export function lines(level: CorpusLine["level"], language: "fr" | "en", texts: readonly string[]): CorpusLine[] {
  return texts.map((text) => ({ text, level, language }));
}
