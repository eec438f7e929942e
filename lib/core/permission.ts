import type { Actor } from "@/lib/contract/actor";
import {
  may,
  mayAccount,
  mayConversation,
  type AccountPermission,
  type AccountSubject,
  type ConversationPermission,
  type ConversationSubject,
  type GeneralPermission,
} from "@/lib/contract/permissions";
import { NotFound, Refusal } from "./errors";

/** Refuses with `not-found` what concerns a conversation that the actor may not even read, with `forbidden` the rest. */
export function permitConversation(actor: Actor, permission: ConversationPermission, subject: ConversationSubject): void {
  if (mayConversation(actor, permission, subject)) return;
  if (mayConversation(actor, "conversation.read", subject)) throw new Refusal("forbidden");
  throw new NotFound();
}

/** Refuses with `not-found`: whose account it is, or whether there is one, is nobody's business. */
export function permitAccount(actor: Actor, permission: AccountPermission, subject: AccountSubject): void {
  if (!mayAccount(actor, permission, subject)) throw new NotFound();
}

/** Refuses with `forbidden`. */
export function permit(actor: Actor, permission: GeneralPermission): void {
  if (!may(actor, permission)) throw new Refusal("forbidden");
}
