import { NextResponse, type NextRequest } from "next/server";

/**
 * Security headers for every page. Scripts run only with this answer's nonce; the chat may stand in a frame only as `?embed=1`
 * (allowed hosts become a setting with the widget), everything else never.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const development = process.env.NODE_ENV === "development";
  const policy = [
    "default-src 'self'",
    // Development evaluates modules for hot reloading; production never does.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    // React writes style attributes for computed positions; styles cannot run code.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${socketOrigin(request.headers.get("host") ?? "")}`.trimEnd(),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  // Nothing for other sites. Not "no-referrer": under it a form without scripts posts "Origin: null", which Next refuses.
  response.headers.set("referrer-policy", "same-origin");
  response.headers.set("permissions-policy", "camera=(), microphone=(), geolocation=()");
  response.headers.set("cross-origin-opener-policy", "same-origin");
  // Pages show conversations: neither a shared cache nor the back button may bring one back.
  response.headers.set("cache-control", "no-store");
  return response;
}

/** The socket's own origin: not every browser counts it as 'self', and any host would be a way out for words. */
function socketOrigin(host: string): string {
  return /^(\[[\da-f:.]+\]|[\w.-]+)(:\d+)?$/i.test(host) ? `ws://${host} wss://${host}` : "";
}

export const config = { matcher: [{ source: "/((?!api/|_next/static/).*)" }] };
