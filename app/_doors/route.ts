import type { z } from "zod";
import { door, type DoorHandler, type DoorPermission, type Verb } from "./door";
import { currentActor } from "./session";

/** A route for people who work here. */
export function route<S extends z.ZodType>(input: S, permission: DoorPermission, verb: Verb<S>, status = 200): DoorHandler {
  return door(currentActor, input, permission, verb, status);
}
