import { z } from "zod";
import { REFUSALS, type Problem, type RefusalCode } from "@/lib/contract/refusals";
import { Invalid, Refusal } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import type { Answer } from "./answer";

/** Any error → problem details. What is not a refusal is ours: 500 with a request id and nothing else. */
export function problemOf(error: unknown, requestId: string): Problem {
  if (error instanceof z.ZodError) return invalid(error.issues, requestId);
  // Next bundles a class once per entry: the name is the identity that survives.
  if (error instanceof Invalid) return { ...problem("invalid", requestId), fields: error.fields };
  if (isRefusal(error)) return { ...problem(error.code, requestId), details: error.details };
  log.error({ err: error, requestId }, "unexpected error");
  return { type: "urn:3018:refusal:internal", title: "internal", status: 500, code: "internal", requestId };
}

/** Problem details as an HTTP answer (RFC 9457), with Retry-After where there is one. */
export function problemAnswer(body: Problem): Answer {
  const headers: Record<string, string> = {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    "x-request-id": body.requestId,
  };
  const retryAfter = body.details?.retryAfterSeconds;
  if (typeof retryAfter === "number") headers["retry-after"] = String(Math.ceil(retryAfter));
  return { status: body.status, headers, body: JSON.stringify(body) };
}

function problem(code: RefusalCode, requestId: string): Problem {
  return { type: `urn:3018:refusal:${code}`, title: code, status: REFUSALS[code], code, requestId };
}

function invalid(issues: z.core.$ZodIssue[], requestId: string): Problem {
  // Messages name the rule, never the value.
  return {
    ...problem("invalid", requestId),
    fields: issues.slice(0, 20).map((issue) => ({ path: issue.path.join("."), message: issue.code })),
  };
}

function isRefusal(error: unknown): error is Refusal {
  return error instanceof Refusal;
}
