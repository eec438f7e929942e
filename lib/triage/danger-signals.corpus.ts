import { F0_LINES } from "./danger-corpus/f0";
import { F1_LINES } from "./danger-corpus/f1";
import { F2_LINES } from "./danger-corpus/f2";
import { F3_LINES } from "./danger-corpus/f3";
import { F4_LINES } from "./danger-corpus/f4";
import { FOURTH_BATCH_LINES } from "./danger-corpus/fourth-batch";
import { HELD_OUT_LINES } from "./danger-corpus/held-out";
import { SECOND_BATCH_LINES } from "./danger-corpus/second-batch";
import { THIRD_BATCH_LINES } from "./danger-corpus/third-batch";
import type { CorpusLine } from "./danger-corpus/line";

/** Hand-written messages with the level a person would give them; no real message of a child is in here. */
export const DANGER_CORPUS: readonly CorpusLine[] = [
  ...F4_LINES,
  ...F3_LINES,
  ...F2_LINES,
  ...F1_LINES,
  ...F0_LINES,
  ...SECOND_BATCH_LINES,
  ...THIRD_BATCH_LINES,
  ...FOURTH_BATCH_LINES,
  ...HELD_OUT_LINES,
];
