import { DANGER_LEVELS, type DangerLevel } from "@/lib/contract/danger";
import { isAxisCode, type MotifCode } from "@/lib/contract/taxonomy";
import type { EscalationReason } from "@/lib/contract/views";
import { DANGER_FACTORS, type DangerFactor } from "./danger-rules/rule";
import type { Facts } from "./read-facts";

/** What the bot remembers between two turns: codes only, never words. JSON-serialisable. */
export interface BotState {
  /** Step of the script. */
  step: string;
  /** Misunderstandings in a row. */
  misunderstood: number;
  facts: Facts;
  subject: MotifCode | null;
  /** The highest level heard so far. */
  danger: DangerLevel;
  factors: DangerFactor[];
  /** Set once a person was asked for; the bot that speaks after that is the bot that came back. */
  escalated: EscalationReason | null;
}

/** The state of a conversation in which nothing was said yet. */
export function initialState(step: string): BotState {
  return { step, misunderstood: 0, facts: {}, subject: null, danger: "F0", factors: [], escalated: null };
}

const REASONS: readonly string[] = [
  "user_request",
  "danger_detected",
  "fallback_limit",
  "bot_error",
] satisfies EscalationReason[];

/** Reads a stored state; what this version does not know falls back to the beginning, so that an old state never stops the bot. */
export function readState(stored: unknown, start: string): BotState {
  const fresh = initialState(start);
  if (!isRecord(stored)) return fresh;
  const { step, misunderstood, facts, subject, danger, factors, escalated } = stored;
  return {
    step: typeof step === "string" ? step : fresh.step,
    misunderstood: typeof misunderstood === "number" && misunderstood >= 0 ? Math.floor(misunderstood) : 0,
    facts: readStoredFacts(facts),
    subject: typeof subject === "string" && isAxisCode("motif", subject) ? subject : null,
    danger: DANGER_LEVELS.find((level) => level === danger) ?? "F0",
    factors: Array.isArray(factors) ? DANGER_FACTORS.filter((factor) => factors.includes(factor)) : [],
    escalated: typeof escalated === "string" && REASONS.includes(escalated) ? (escalated as EscalationReason) : null,
  };
}

/** The facts as pairs of axis and code, the way a conversation keeps them. */
export function factPairs({ age, role, platforms = [] }: Facts) {
  return [
    ...(age ? [{ axis: "age" as const, code: age }] : []),
    ...(role ? [{ axis: "role" as const, code: role }] : []),
    ...platforms.map((code) => ({ axis: "platform" as const, code })),
  ];
}

function readStoredFacts(stored: unknown): Facts {
  if (!isRecord(stored)) return {};
  const { age, role, platforms } = stored;
  const facts: Facts = {};
  if (typeof age === "string" && isAxisCode("age", age)) facts.age = age;
  if (typeof role === "string" && isAxisCode("role", role)) facts.role = role;
  if (Array.isArray(platforms)) {
    const known = platforms.filter((code) => typeof code === "string" && isAxisCode("platform", code));
    if (known.length > 0) facts.platforms = known;
  }
  return facts;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
