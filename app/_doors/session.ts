import type { StaffActor } from "@/lib/contract/actor";
import { sessionActor } from "@/lib/accounts/load-session";
import { now } from "@/lib/core/clock";
import { means } from "@/lib/core/means";
import type { DoorRequest } from "./answer";
import { readSessionCookie } from "./session-cookie";

/** Who works here and sends this request; null for everybody else. Asks the session's row every time: revoked means now. */
export async function currentActor(request: Pick<DoorRequest, "headers">): Promise<StaffActor | null> {
  return actorFromCookies(request.headers.get("cookie"));
}

/** The same from a bare cookie header: the socket's handshake, and pages. */
export async function actorFromCookies(cookieHeader: string | null | undefined, activity = true): Promise<StaffActor | null> {
  const token = await readSessionCookie(cookieHeader);
  if (token === null) return null;
  const actor = await sessionActor(means(), token.sid, now(), undefined, activity);
  return actor?.id === token.uid ? actor : null;
}
