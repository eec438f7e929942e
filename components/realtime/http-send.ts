import type { Problem } from "@/lib/contract/refusals";
import type { SendAnswer } from "./send-queue";

/** An answer that has not come by now is taken for lost; the retry carries the same client id. */
const PATIENCE_MS = 15_000;

/** Statuses after which the same request may succeed later. */
const LATER = new Set([408, 425, 429]);

/** One write over HTTP, for the send queue: stored, refused for good, or to be tried again. */
export async function httpSend<Stored>(
  method: "POST" | "PUT" | "DELETE",
  path: string,
  body: unknown,
): Promise<SendAnswer<Stored>> {
  let response: Response;
  // Not AbortSignal.timeout: a child's old telephone (Safari before 16) would never send anything.
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    response = await fetch(path, {
      method,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: patience.signal,
    });
    // 204 says "done" and has no words.
    if (response.ok) return { kind: "stored", value: (response.status === 204 ? null : await response.json()) as Stored };
  } catch {
    return { kind: "unavailable" };
  } finally {
    clearTimeout(timer);
  }
  if (LATER.has(response.status) || response.status >= 500) {
    return { kind: "unavailable", retryAfterMs: retryAfter(response.headers.get("retry-after")) };
  }
  const problem = (await response.json().catch(() => null)) as Partial<Problem> | null;
  return { kind: "refused", code: problem?.code ?? "internal" };
}

/** Seconds, as our server says it; a date is not worth the code. */
function retryAfter(header: string | null): number | undefined {
  const seconds = Number(header ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 300) * 1000 : undefined;
}
