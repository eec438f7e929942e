"use server";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { revokeSession } from "@/lib/accounts/revoke-session";
import { now } from "@/lib/core/clock";
import { contextFor } from "@/lib/core/context";
import { means } from "@/lib/core/means";
import { actorFromCookies } from "./session";
import { sessionCookieName } from "./session-cookie";

/** Ends the session that asks, on every server, and goes to the sign-in page. Also for whoever has none any more. */
export async function signOutAction(): Promise<void> {
  const actor = await actorFromCookies((await headers()).get("cookie"));
  if (actor) await revokeSession(contextFor(means(), actor, now()), { sessionId: actor.sessionId });
  (await cookies()).delete(sessionCookieName());
  redirect("/sign-in");
}
