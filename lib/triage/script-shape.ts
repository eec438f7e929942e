import type { MotifCode } from "@/lib/contract/taxonomy";
import type { Bilingual } from "@/lib/contract/taxonomy/entry";

/** A button under a line of the bot. `person` asks for a human being, at once. */
export interface Reply {
  title: Bilingual;
  to: string;
}

/** Where a conversation with the bot stands: what it says there and the buttons it offers. Free text is accepted at every step. */
export interface Step {
  id: string;
  say: readonly Bilingual[];
  replies: readonly Reply[];
  motif?: MotifCode;
  /** Reached by what people write rather than by a button ("t'es un robot ?"). */
  byWords?: boolean;
}

/** Sentences that belong to no step: hand-over, danger, misunderstanding. */
export const WORD_KEYS = [
  "robot",
  "robotShort",
  "comeBack",
  "handOver",
  "fallback",
  "misunderstood",
  "noImage",
  "factsThanks",
  "strongOffer",
  "offerDeclined",
  "heard",
  "whichOne",
  "dangerSuicide",
  "dangerHarm",
  "dangerGrave",
  "emergency",
  "closed",
  "closedOffer",
] as const;
export type WordKey = (typeof WORD_KEYS)[number];

export interface Script {
  version: number;
  /** The step with which a conversation begins. */
  start: string;
  /** The step to which "another subject" leads. */
  menu: string;
  /** Misunderstandings in a row after which a person is asked for. */
  patience: number;
  steps: Readonly<Record<string, Step>>;
  words: Readonly<Record<WordKey, Bilingual>>;
}

/** What a button sends back. */
export const PERSON = "person";
export const PERSON_TITLE: Bilingual = { fr: "Parler à quelqu’un", en: "Talk to someone" };
export const sheetStep = (motif: MotifCode): string => `sheet:${motif}`;
export const familyStep = (family: string): string => `family:${family}`;
