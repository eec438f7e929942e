import type { DangerLevel } from "@/lib/contract/danger";
import type { Language, Skill } from "@/lib/contract/roles";
import type { Bilingual } from "@/lib/contract/taxonomy/entry";
import type { EmergencyNumbers, EscalationReason } from "@/lib/contract/views";
import type { BotState } from "./bot-state";
import type { BotSay } from "./say-lines";
import type { Script } from "./script-shape";

export interface TurnInput {
  /** What the person wrote since the last turn, messages joined by a line break; absent for a picture or a voice message. */
  text?: string;
  /** Payload of the button that was tapped. */
  quickReply?: string;
  language: Language;
  /** The line is open now: a person can come. */
  open: boolean;
  firstTurn: boolean;
  /** A person is waited for: the bot only listens for danger. */
  waiting?: boolean;
  numbers: EmergencyNumbers;
}

export interface Decision {
  say: BotSay[];
  state: BotState;
  escalate: { reason: EscalationReason; skill: Skill } | null;
  /** What the person needs, as far as it is understood: the button « Parler à quelqu’un » asks for that too. */
  skill: Skill;
  /** What this turn says of the danger; the highest of the conversation is in the state. */
  danger: DangerLevel;
  /** Codes of the rules that heard it, never words. */
  signals: string[];
}

/** Everything one turn knows. */
export interface Turn {
  script: Script;
  input: TurnInput;
  before: BotState;
  /** The state so far: facts, subject and danger of this turn are in it. */
  state: BotState;
  text: string;
  danger: DangerLevel;
  signals: string[];
  /** Said first: who is speaking, at the start and when the bot comes back. */
  opening: Bilingual | null;
}
