/** Typed refusals: a verb throws one, a door maps it to HTTP, a screen to words (messages/: `refusals.<code>`). */
export const REFUSALS = {
  "not-found": 404,
  forbidden: 403,
  "not-signed-in": 401,
  "second-factor-required": 403,
  invalid: 400,
  "too-large": 413,
  "too-many": 429,
  "already-taken": 409,
  "already-decided": 409,
  "wrong-state": 409,
  "stale-version": 409,
  "idempotency-conflict": 409,
  "reason-required": 400,
  "tags-missing": 409,
  "over-capacity": 409,
  "not-on-duty": 409,
  "wrong-credentials": 401,
  "wrong-code": 401,
  "email-taken": 409,
  "last-administrator": 409,
  unavailable: 503,
} as const;
export type RefusalCode = keyof typeof REFUSALS;

/** Body of every error answer (RFC 9457 problem details); `details` holds ids, never content. */
export interface Problem {
  type: `urn:3018:refusal:${string}`;
  title: string;
  status: number;
  code: RefusalCode | "internal";
  requestId: string;
  details?: Record<string, string | number | boolean | null>;
  /** For `invalid`: path of the field and what is wrong with it. */
  fields?: { path: string; message: string }[];
}
