import { v7 as uuid } from "uuid";
import type { z } from "zod";
import type { Actor } from "@/lib/contract/actor";
import { couldEver, type Permission } from "@/lib/contract/permissions";
import { now } from "@/lib/core/clock";
import { contextFor, type Context } from "@/lib/core/context";
import { Refusal } from "@/lib/core/errors";
import { means } from "@/lib/core/means";
import { responseOf, type Answer, type DoorRequest } from "./answer";
import { readRequest } from "./read-request";
import { problemAnswer, problemOf } from "./refusal";

/**
 * What a route may be entered with: a right of the permission sheet, or the explicit word `public`. There is no default, so a door
 * without one does not compile.
 */
export type DoorPermission = Permission | "public";
export type Handler = (request: Request, place?: { params: Promise<Record<string, string>> }) => Promise<Response>;
/** A handler that can also be asked without the web's objects around it: those are a sixth of a message (fast-lane.ts). */
export interface DoorHandler extends Handler {
  plain: (request: DoorRequest, params: Record<string, string>) => Promise<Answer>;
}
export type Verb<S extends z.ZodType> = (ctx: Context, input: z.output<S>) => Promise<unknown>;

/** The steps of every door: authenticate, ask the sheet, parse, call one verb, map the refusal. */
export function door<S extends z.ZodType>(
  authenticate: (request: DoorRequest) => Promise<Actor | null>,
  input: S,
  permission: DoorPermission,
  verb: Verb<S>,
  status: number,
): DoorHandler {
  const plain: DoorHandler["plain"] = async (request, params) => {
    const requestId = uuid();
    try {
      const actor = permission === "public" ? { kind: "nobody" as const } : admit(await authenticate(request), permission);
      const raw = await readRequest(request, params);
      const answer = await verb(contextFor(means(), actor, now(), requestId), input.parse(raw));
      return answered(answer, status, requestId);
    } catch (error) {
      return problemAnswer(problemOf(error, requestId));
    }
  };
  const handler: Handler = async (request, place) => responseOf(await plain(request, (await place?.params) ?? {}));
  return Object.assign(handler, { plain });
}

/** Nobody → 401. Somebody who could never hold this right over anything → 403, which tells nothing about what exists. */
export function admit(actor: Actor | null, permission: Permission): Actor {
  if (actor === null) throw new Refusal("not-signed-in");
  if (couldEver(actor, permission)) return actor;
  if (actor.kind === "staff" && actor.secondFactorMissing) throw new Refusal("second-factor-required");
  throw new Refusal("forbidden");
}

function answered(answer: unknown, status: number, requestId: string): Answer {
  const headers = { "cache-control": "no-store", "x-request-id": requestId };
  if (answer === undefined) return { status: 204, headers, body: null };
  return { status, headers: { ...headers, "content-type": "application/json" }, body: JSON.stringify(answer) };
}
