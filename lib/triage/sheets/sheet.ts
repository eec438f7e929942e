import type { MotifCode } from "@/lib/contract/taxonomy";
import type { Bilingual } from "@/lib/contract/taxonomy/entry";

/**
 * A short sheet the bot says for one motif: what to do now, keep evidence, block, report, who to call. It never asks for an
 * image and never blames. Numbers stand as names in braces (numbers.ts).
 */
export interface Sheet {
  motif: MotifCode;
  /** The button that leads here; at most 20 characters, the limit of a Messenger quick reply. */
  button: Bilingual;
  lines: { fr: readonly string[]; en: readonly string[] };
}
