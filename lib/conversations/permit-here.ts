import type { Actor } from "@/lib/contract/actor";
import { mayConversation, type ConversationPermission } from "@/lib/contract/permissions";
import { Conflict } from "@/lib/core/errors";
import { permitConversation } from "@/lib/core/permission";
import { subjectOf } from "./load";

/**
 * Like `permitConversation`, but says `wrong-state` to somebody whom only the state keeps from it: who answered a conversation that
 * was closed a second ago is not a stranger to it.
 */
export function permitHere(
  actor: Actor,
  permission: ConversationPermission,
  conversation: Parameters<typeof subjectOf>[0],
): void {
  const subject = subjectOf(conversation);
  if (mayConversation(actor, permission, subject)) return;
  if (mayConversation(actor, permission, { ...subject, state: "active" })) throw new Conflict("wrong-state");
  permitConversation(actor, permission, subject);
}
