import type { DangerLevel } from "@/lib/contract/danger";

/** What a message says beside its level; several together make a higher level (combinations.ts). */
export const DANGER_FACTORS = [
  "ideas",
  "intent",
  "plan",
  "means",
  "place",
  "now",
  "farewell",
  "selfharm",
  "violence",
  "hiding",
  "present",
  "adult",
  "stranger",
  "sexual-ask",
  "meeting",
  "intimate-image",
  "threat",
  "spread",
  "unresponsive",
  "pills",
  "in-hand",
  "will-do",
  "symptoms",
  "near",
  "rope",
  "ready",
  "blood",
  "courting",
  "stalked",
  "touched",
  "captured",
  "money",
] as const;
export type DangerFactor = (typeof DANGER_FACTORS)[number];

export interface DangerRule {
  code: string;
  /** F0: the rule raises nothing by itself, it only brings its factor. */
  level: DangerLevel;
  patterns: readonly string[];
  factor?: DangerFactor;
  /** A "pas" in reach does not cancel it: the rule contains its own negation, or states a deed. */
  always?: boolean;
  /** Said of a game, it means nothing ("je vais te tuer sur fortnite"). */
  playful?: boolean;
  /** Said of a film, a song or homework, it means nothing; never set on what people say of themselves. */
  fiction?: boolean;
  /** An idiom or a quotation: its words are taken away from the other rules. */
  masks?: boolean;
  /** Something done: not heard when it is only threatened ("il va tout balancer", "si je paye pas il diffuse"). */
  done?: boolean;
  /** A way of laughing as much as of suffering ("jpp"): not heard in a message that laughs. */
  serious?: boolean;
}
