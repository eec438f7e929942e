import type { Actor, StaffActor } from "@/lib/contract/actor";
import { Refusal } from "@/lib/core/errors";
import { permitAccount } from "@/lib/core/permission";

/** The actor, who acts upon their own account. @throws Refusal for anybody who has none */
export function ownId(actor: Actor): StaffActor {
  if (actor.kind !== "staff") throw new Refusal("forbidden");
  permitAccount(actor, "account.own", { id: actor.id });
  return actor;
}
