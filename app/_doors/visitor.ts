import { randomBytes } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Actor } from "@/lib/contract/actor";
import { findContact } from "@/lib/conversations/find-contact";
import { means } from "@/lib/core/means";
import type { DoorRequest } from "./answer";
import { secureCookies } from "./session-cookie";

/**
 * The visitor is known by a random value in an HttpOnly cookie, on this device only; the database holds its keyed hash. Never a
 * token in a URL.
 */
const COOKIE = "chat_3018";
/**
 * Over https browsers take this prefix from this host alone: a neighbour under the same domain could otherwise plant an identity that
 * it knows, and read what the child then writes into it.
 */
const COOKIE_HTTPS = `__Host-${COOKIE}`;
/**
 * Set by the page itself on "Quitter vite". A page cannot delete an HttpOnly cookie, and without a network the DELETE that would do
 * so never arrives: this one, which needs no network, makes the identity void until it is gone.
 */
const LEFT_COOKIE = "chat_left";
const NOT_LEFT = `${LEFT_COOKIE}=; Path=/; Max-Age=0; SameSite=Lax`;
const DAYS = 30;
const VALUE = /^[A-Za-z0-9_-]{43}$/;

type Visitor = Extract<Actor, { kind: "visitor" }>;

/** A contact never changes its identity, so what was found stays true. */
const known = new LRUCache<string, string>({ max: 20_000, ttl: 10 * 60_000 });

/** The visitor of a request; null before their first word. */
export async function visitorOf(request: Pick<DoorRequest, "headers">): Promise<Visitor | null> {
  return visitorFromCookies(request.headers.get("cookie"));
}

/** The same from a bare cookie header: the socket's handshake. */
export async function visitorFromCookies(cookies: string | null): Promise<Visitor | null> {
  const identity = visitorIdentity(cookies);
  if (identity === null) return null;
  const contactId = known.get(identity) ?? (await findContact(means(), "webchat", identity));
  if (contactId === null) return null;
  known.set(identity, contactId);
  return { kind: "visitor", contactId };
}

/** The cookie's value, if it has the right form and the device was not left in a hurry. */
export function visitorIdentity(cookies: string | null, https: boolean = secureCookies()): string | null {
  const name = `${https ? COOKIE_HTTPS : COOKIE}=`;
  const pairs = (cookies ?? "").split(";").map((pair) => pair.trim());
  if (pairs.some((pair) => pair.startsWith(`${LEFT_COOKIE}=`))) return null;
  const value = pairs.find((pair) => pair.startsWith(name))?.slice(name.length);
  return value !== undefined && VALUE.test(value) ? value : null;
}

/** A new identity for a device that has none, or whose last one was left in a hurry. */
export function newVisitorCookies(): string[] {
  return [serialise(randomBytes(32).toString("base64url"), DAYS * 86_400), NOT_LEFT];
}

/** Quick exit: this device forgets, the identity and that it was left. */
export function forgottenVisitorCookies(): string[] {
  return [serialise("", 0), NOT_LEFT];
}

function serialise(value: string, maxAge: number): string {
  const [name, secure] = secureCookies() ? [COOKIE_HTTPS, "; Secure"] : [COOKIE, ""];
  return `${name}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`;
}
