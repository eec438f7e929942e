import type { StaffActor } from "@/lib/contract/actor";
import type { GeneralPermission } from "@/lib/contract/permissions";
import { now } from "@/lib/core/clock";
import { contextFor, type Context } from "@/lib/core/context";
import { means } from "@/lib/core/means";
import { requireActor } from "./require-actor";

/**
 * The first line of every page for people who work here: who it is, or away to sign-in, to the second factor, or to "not found".
 * A page calls this before anything else (the matrix test fails for one that does not).
 */
export async function pageContext(permission: GeneralPermission): Promise<Context & { actor: StaffActor }> {
  const actor = await requireActor(permission);
  return { ...contextFor(means(), actor, now()), actor };
}
