import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { StaffActor } from "@/lib/contract/actor";
import { may, type GeneralPermission } from "@/lib/contract/permissions";
import { safeNext } from "./safe-next";
import { actorFromCookies } from "./session";

/** Once a request, however many layouts and pages ask. */
const pageActor = cache(async (): Promise<StaffActor | null> => actorFromCookies((await headers()).get("cookie")));

/**
 * Who opens this page. Nobody → sign-in and back here; half a session → the second factor; without the right → "not found", so that
 * a page does not tell that it exists.
 */
export async function requireActor(permission: GeneralPermission): Promise<StaffActor> {
  const actor = await pageActor();
  if (actor === null) redirect(`/sign-in${await nextParameter()}`);
  if (may(actor, permission)) return actor;
  if (actor.secondFactorMissing) redirect(`/account/second-factor${await nextParameter()}`);
  notFound();
}

/** The page asked for, which the server writes into every request (server.ts), as `?next=`. */
async function nextParameter(): Promise<string> {
  const path = safeNext((await headers()).get("x-request-path"));
  return path === "/" ? "" : `?next=${encodeURIComponent(path)}`;
}
