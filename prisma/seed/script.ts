import type { DangerAnswers, DangerLevel } from "@/lib/contract/danger";
import type { Language, Skill, Source } from "@/lib/contract/roles";

/** Keys of the people in people.ts. */
export type Who = "karim" | "claire" | "sofia" | "yanis" | "helene" | "ines" | "thomas" | "awa" | "lucie" | "mehdi";

/** One thing that happens; `wait` is the minutes since the one before. Each becomes a verb. */
export type Step =
  | { do: "visitor"; wait: number; text: string }
  | { do: "person"; wait: number }
  | { do: "take"; wait: number; who: Who }
  | { do: "reply"; wait: number; who: Who; text: string }
  | { do: "note"; wait: number; who: Who; text: string }
  | { do: "tag"; wait: number; who: Who; axis: string; code: string }
  | { do: "danger"; wait: number; who: Who; level: DangerLevel; answers: DangerAnswers; reason?: string }
  | { do: "relay"; wait: number; who: Who; to: Who | null; skill: Skill | null; brief: string }
  | { do: "release"; wait: number; who: Who; reason: string }
  | { do: "close"; wait: number; who: Who; outcome: string }
  | { do: "leave"; wait: number }
  | { do: "feedback"; wait: number; helped: boolean; again: boolean };

/** A conversation of the evening: it began `ago` minutes before the demonstration's present. */
export interface Scene {
  ago: number;
  language?: Language;
  source?: Source;
  steps: Step[];
}

/** The child (or parent) writes; the bot takes its turn by itself while nobody has been asked for. */
export const v = (text: string, wait = 1): Step => ({ do: "visitor", wait, text });
export const person = (wait = 1): Step => ({ do: "person", wait });
export const take = (who: Who, wait = 2): Step => ({ do: "take", wait, who });
export const r = (who: Who, text: string, wait = 1): Step => ({ do: "reply", wait, who, text });
export const note = (who: Who, text: string, wait = 1): Step => ({ do: "note", wait, who, text });
export const tag = (who: Who, axis: string, code: string): Step => ({ do: "tag", wait: 0, who, axis, code });
export const danger = (who: Who, level: DangerLevel, answers: DangerAnswers, reason?: string): Step => ({
  do: "danger",
  wait: 0,
  who,
  level,
  answers,
  reason,
});
export const relay = (who: Who, target: { to?: Who; skill?: Skill }, brief: string): Step => ({
  do: "relay",
  wait: 1,
  who,
  to: target.to ?? null,
  skill: target.skill ?? null,
  brief,
});
export const release = (who: Who, reason: string): Step => ({ do: "release", wait: 1, who, reason });
export const close = (who: Who, outcome: string): Step => ({ do: "close", wait: 1, who, outcome });
export const leave = (wait = 1): Step => ({ do: "leave", wait });
export const feedback = (helped: boolean, again: boolean): Step => ({ do: "feedback", wait: 1, helped, again });
