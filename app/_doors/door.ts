import { v7 as uuid } from "uuid";
import type { z } from "zod";
import type { Actor } from "@/lib/contract/actor";
import { couldEver, type Permission } from "@/lib/contract/permissions";
import { now } from "@/lib/core/clock";
import { contextFor, type Context } from "@/lib/core/context";
import { Refusal } from "@/lib/core/errors";
import { means } from "@/lib/core/means";
import { readRequest } from "./read-request";
import { problemOf, problemResponse } from "./refusal";

/**
 * What a route may be entered with: a right of the permission sheet, or the explicit word `public`. There is no default, so a door
 * without one does not compile.
 */
export type DoorPermission = Permission | "public";
export type Handler = (request: Request, place?: { params: Promise<Record<string, string>> }) => Promise<Response>;
export type Verb<S extends z.ZodType> = (ctx: Context, input: z.output<S>) => Promise<unknown>;

/** The steps of every door: authenticate, ask the sheet, parse, call one verb, map the refusal. */
export function door<S extends z.ZodType>(
  authenticate: (request: Request) => Promise<Actor | null>,
  input: S,
  permission: DoorPermission,
  verb: Verb<S>,
  status: number,
): Handler {
  return async (request, place) => {
    const requestId = uuid();
    try {
      const actor = permission === "public" ? { kind: "nobody" as const } : admit(await authenticate(request), permission);
      const raw = await readRequest(request, (await place?.params) ?? {});
      const answer = await verb(contextFor(means(), actor, now(), requestId), input.parse(raw));
      return answered(answer, status, requestId);
    } catch (error) {
      return problemResponse(problemOf(error, requestId));
    }
  };
}

/** Nobody → 401. Somebody who could never hold this right over anything → 403, which tells nothing about what exists. */
export function admit(actor: Actor | null, permission: Permission): Actor {
  if (actor === null) throw new Refusal("not-signed-in");
  if (couldEver(actor, permission)) return actor;
  if (actor.kind === "staff" && actor.secondFactorMissing) throw new Refusal("second-factor-required");
  throw new Refusal("forbidden");
}

function answered(answer: unknown, status: number, requestId: string): Response {
  const headers = { "cache-control": "no-store", "x-request-id": requestId };
  if (answer === undefined) return new Response(null, { status: 204, headers });
  return new Response(JSON.stringify(answer), { status, headers: { ...headers, "content-type": "application/json" } });
}
