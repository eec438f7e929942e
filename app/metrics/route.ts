import { createHash, timingSafeEqual } from "node:crypto";
import { config } from "@/lib/core/config";
import { means } from "@/lib/core/means";
import { readMetrics } from "@/lib/supervision/read-metrics";

/** Prometheus text, for whoever holds METRICS_TOKEN; without a token set, or with another one, the page does not exist. */
export async function GET(request: Request): Promise<Response> {
  const { metricsToken } = config();
  const given = request.headers.get("authorization") ?? "";
  if (metricsToken === null || !same(given, `Bearer ${metricsToken}`)) return new Response(null, { status: 404 });
  return new Response(await readMetrics(means().db), {
    headers: { "content-type": "text/plain; version=0.0.4", "cache-control": "no-store" },
  });
}

/** Compared as digests of one length, in constant time. */
function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
