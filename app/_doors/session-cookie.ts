import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { config } from "@/lib/core/config";

/** next-auth's own session cookie: a sealed JWT that carries two ids and nothing else. The session's row says whether it counts. */

const Token = z.object({ sid: z.uuid(), uid: z.uuid() });
export type SessionToken = z.infer<typeof Token>;

/** Longer than any session row may live (settings.sessionHours); the row ends it. */
export const TOKEN_SECONDS = 7 * 24 * 3600;

/** `Secure`, and the prefix that makes browsers insist on it, wherever the public address is https. */
export function secureCookies(): boolean {
  return config().appUrl.startsWith("https://");
}

export function sessionCookieName(): string {
  return `${secureCookies() ? "__Secure-" : ""}next-auth.session-token`;
}

/** @throws when the process was not started through `completeEnvironment`, which makes one in demonstration */
export function authSecret(): string {
  const { nextAuthSecret } = config();
  if (nextAuthSecret === null) throw new Error("NEXTAUTH_SECRET is missing");
  return nextAuthSecret;
}

/** The cookie of a session, for a server action to set. */
export async function sessionCookie(token: SessionToken, maxAge: number) {
  return {
    name: sessionCookieName(),
    value: await encode({ token, secret: authSecret(), maxAge }),
    httpOnly: true,
    sameSite: "lax" as const,
    path: "/",
    secure: secureCookies(),
    maxAge,
  };
}

/** What the cookie header of a request says about the session; null when it says nothing that was sealed here. */
export async function readSessionCookie(header: string | null | undefined): Promise<SessionToken | null> {
  const prefix = `${sessionCookieName()}=`;
  const pair = header
    ?.split(";")
    .map((each) => each.trim())
    .find((each) => each.startsWith(prefix));
  if (!pair) return null;
  try {
    const token: unknown = await decode({ token: decodeURIComponent(pair.slice(prefix.length)), secret: authSecret() });
    return Token.safeParse(token).data ?? null;
  } catch {
    return null;
  }
}
