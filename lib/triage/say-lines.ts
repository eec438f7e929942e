import type { Language } from "@/lib/contract/roles";
import type { Bilingual } from "@/lib/contract/taxonomy/entry";
import type { EmergencyNumbers, QuickReply } from "@/lib/contract/views";
import { fillNumbers } from "./numbers";
import type { Reply } from "./script-shape";

/** One message of the bot. Only the last of a turn carries buttons. `{nextOpening}` is filled by whoever sends. */
export interface BotSay {
  text: string;
  quickReplies: QuickReply[];
}

/** Texts and buttons of the script in one language, with the numbers filled in. */
export function linesOf(
  texts: readonly Bilingual[],
  replies: readonly Reply[],
  language: Language,
  numbers: EmergencyNumbers,
): BotSay[] {
  const quickReplies = replies.map(({ title, to }) => ({ title: title[language], payload: to }));
  return texts.map((text, at) => ({
    text: fillNumbers(text[language], numbers),
    quickReplies: at === texts.length - 1 ? quickReplies : [],
  }));
}
