import { assertScript } from "./check-script";
import type { Script } from "./script-shape";
import { SCRIPT_STEPS } from "./script-steps";
import { SCRIPT_WORDS } from "./script-words";

/** The script the bot follows, checked when the process starts: an unsound one stops it. */
export const SCRIPT: Script = assertScript({
  version: 1,
  start: "start",
  menu: "menu",
  patience: 2,
  steps: SCRIPT_STEPS,
  words: SCRIPT_WORDS,
});
