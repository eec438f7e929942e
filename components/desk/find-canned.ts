import type { Language } from "@/lib/contract/roles";
import type { CannedReplyView } from "@/lib/contract/views";
import { matches } from "@/components/ui/fold";

/** A slash and letters just before the caret, at the start or after a space. */
const ASKED = /(?:^|\s)\/([\p{L}\d-]*)$/u;
const SHOWN = 8;

/** What follows the slash before the caret, or null when no canned reply is asked for. */
export function askedFor(text: string, caret: number): string | null {
  return ASKED.exec(text.slice(0, caret))?.[1] ?? null;
}

/** Canned replies that fit, those in the person's language first. */
export function findCanned(all: readonly CannedReplyView[], asked: string, language: Language): CannedReplyView[] {
  return all
    .filter((canned) => canned.shortcut.startsWith(asked.toLowerCase()) || (asked !== "" && matches(asked, canned.title)))
    .sort((a, b) => Number(b.language === language) - Number(a.language === language) || a.shortcut.localeCompare(b.shortcut))
    .slice(0, SHOWN);
}

/** The text with the asked-for word replaced, and where the caret stands then. */
export function insertCanned(text: string, caret: number, canned: string): { text: string; caret: number } {
  const asked = askedFor(text, caret);
  const start = asked === null ? caret : caret - asked.length - 1;
  return { text: text.slice(0, start) + canned + text.slice(caret), caret: start + canned.length };
}
