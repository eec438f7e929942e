import { v7 as uuid } from "uuid";
import { headers } from "next/headers";
import type { z } from "zod";
import type { Permission } from "@/lib/contract/permissions";
import type { Problem } from "@/lib/contract/refusals";
import { now } from "@/lib/core/clock";
import { contextFor, type Context } from "@/lib/core/context";
import { means } from "@/lib/core/means";
import { problemOf } from "./refusal";
import { admit } from "./door";
import { currentActor } from "./session";

export type ActionAnswer<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** A server action for forms: the same steps as a route. Next itself refuses an action posted from another origin. */
export function action<S extends z.ZodType, T>(
  input: S,
  permission: Permission,
  verb: (ctx: Context, input: z.output<S>) => Promise<T>,
): (raw: z.input<S>) => Promise<ActionAnswer<T>> {
  return async (raw) => {
    const requestId = uuid();
    try {
      const actor = admit(await currentActor(new Request("http://action.invalid", { headers: await headers() })), permission);
      return { ok: true, value: await verb(contextFor(means(), actor, now(), requestId), input.parse(raw)) };
    } catch (error) {
      return { ok: false, problem: problemOf(error, requestId) };
    }
  };
}
