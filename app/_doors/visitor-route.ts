import type { z } from "zod";
import type { Actor } from "@/lib/contract/actor";
import { now } from "@/lib/core/clock";
import { contextFor, type Context } from "@/lib/core/context";
import { Refusal } from "@/lib/core/errors";
import { openContact } from "@/lib/conversations/open-contact";
import type { DoorRequest } from "./answer";
import { door, type DoorHandler, type DoorPermission, type Verb } from "./door";
import { means } from "@/lib/core/means";
import { visitorIdentity, visitorOf } from "./visitor";
import { limitNewVisitor, limitVisitor } from "./visitor-limits";

type Visitor = Extract<Actor, { kind: "visitor" }>;
export type VisitorContext = Context & { actor: Visitor };

/** A route for the person who writes, known by the chat cookie alone. */
export function visitorRoute<S extends z.ZodType>(
  input: S,
  permission: DoorPermission,
  verb: Verb<S>,
  status = 200,
): DoorHandler {
  return door(async (request) => limitVisitor(request, await visitorOf(request)), input, permission, verb, status);
}

/**
 * A route that may carry the very first word: a device with a cookie becomes a contact here.
 * @throws Refusal not-signed-in without a cookie: the chat fetches one first
 */
export function firstWordRoute<S extends z.ZodType>(
  input: S,
  permission: DoorPermission,
  verb: (ctx: VisitorContext, input: z.output<S>) => Promise<unknown>,
  status = 200,
): DoorHandler {
  return door(
    async (request) => limitVisitor(request, await visitorOrNew(request)),
    input,
    permission,
    (ctx, parsed) => verb(asVisitor(ctx), parsed),
    status,
  );
}

async function visitorOrNew(request: DoorRequest): Promise<Visitor | null> {
  const known = await visitorOf(request);
  if (known) return known;
  const identity = visitorIdentity(request.headers.get("cookie"));
  if (identity === null) return null;
  await limitNewVisitor(request);
  const ctx = contextFor(means(), { kind: "system", name: "webchat door" }, now());
  return { kind: "visitor", contactId: await openContact(ctx, { channel: "webchat", externalId: identity }) };
}

function asVisitor(ctx: Context): VisitorContext {
  if (ctx.actor.kind !== "visitor") throw new Refusal("forbidden");
  return { ...ctx, actor: ctx.actor };
}
