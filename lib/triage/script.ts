import { assertScript } from "./check-script";
import type { Script } from "./script-shape";
import { SCRIPT_STEPS } from "./script-steps";
import { SCRIPT_WORDS } from "./script-words";

/** The script the bot follows. */
export const SCRIPT: Script = {
  version: 1,
  start: "start",
  menu: "menu",
  patience: 2,
  steps: SCRIPT_STEPS,
  words: SCRIPT_WORDS,
};

/** Called at start, before anything is served: throws with every problem when the script is not sound. */
export function checkShippedScript(): void {
  assertScript(SCRIPT);
}
