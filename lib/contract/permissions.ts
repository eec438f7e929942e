import type { Actor } from "./actor";
import { COUNSELLOR_ROLES, type Role, type Skill } from "./roles";

/**
 * The permission sheet: every right of the house on one page, asked by verbs, doors, sockets and screens alike.
 * A rule receives the actor and, where the right depends on it, the subject. What is not listed is refused.
 */

export interface ConversationSubject {
  contactId: string;
  state: "bot" | "waiting" | "active" | "closed";
  counsellorId: string | null;
  offeredToId: string | null;
  /** Open relay, if any: to a person, a skill, or (both null) the queue. */
  relay: { toId: string | null; toSkill: Skill | null } | null;
}

export interface AccountSubject {
  id: string;
}

const has = (actor: Actor, ...roles: Role[]): boolean =>
  actor.kind === "staff" && !actor.secondFactorMissing && roles.some((role) => actor.roles.includes(role));
const counsellor = (actor: Actor): boolean => has(actor, ...COUNSELLOR_ROLES);
const deskPerson = (actor: Actor): boolean => counsellor(actor) || has(actor, "supervisor");
/** Null matches nobody: an actor without an id never equals a missing counsellor. */
const is = (actor: Actor, id: string | null) => actor.kind === "staff" && id !== null && actor.id === id;
const offers = (actor: Actor, skill: Skill | null) => actor.kind === "staff" && (skill === null || actor.skills.includes(skill));
const machine = (actor: Actor) => actor.kind === "bot" || actor.kind === "system";

const holds = (actor: Actor, c: ConversationSubject) => deskPerson(actor) && c.state === "active" && is(actor, c.counsellorId);
const mayPickUp = (actor: Actor, c: ConversationSubject) =>
  deskPerson(actor) &&
  (c.state === "waiting" ||
    is(actor, c.offeredToId) ||
    (c.relay !== null && (c.relay.toId === null ? offers(actor, c.relay.toSkill) : is(actor, c.relay.toId))));
const isTheirs = (actor: Actor, c: ConversationSubject) => actor.kind === "visitor" && actor.contactId === c.contactId;

/** Rights over one conversation. */
const CONVERSATION = {
  /** Its counsellor (also after closing), whoever may pick it up, supervisors (audited), and the person who wrote it. Never an administrator. */
  "conversation.read": (a: Actor, c: ConversationSubject) =>
    machine(a) || isTheirs(a, c) || has(a, "supervisor") || mayPickUp(a, c) || (counsellor(a) && is(a, c.counsellorId)),
  /** The channels' machinery writes down what reached it on a platform. */
  "conversation.write-as-visitor": (a: Actor, c: ConversationSubject) => isTheirs(a, c) || a.kind === "system",
  "conversation.say-as-bot": (a: Actor) => a.kind === "bot",
  "conversation.end-as-visitor": isTheirs,
  "conversation.ask-for-person": (a: Actor, c: ConversationSubject) => isTheirs(a, c) || machine(a),
  "conversation.take": mayPickUp,
  "conversation.answer-offer": (a: Actor, c: ConversationSubject) => deskPerson(a) && is(a, c.offeredToId),
  "conversation.reply": holds,
  "conversation.mark-read": holds,
  "conversation.draft": (a: Actor, c: ConversationSubject) => holds(a, c) || (has(a, "supervisor") && c.state !== "closed"),
  "conversation.note": (a: Actor, c: ConversationSubject) => (counsellor(a) && is(a, c.counsellorId)) || has(a, "supervisor"),
  "conversation.tag": (a: Actor, c: ConversationSubject) => (counsellor(a) && is(a, c.counsellorId)) || has(a, "supervisor"),
  "conversation.raise-danger": (a: Actor, c: ConversationSubject) => machine(a) || holds(a, c) || has(a, "supervisor"),
  "conversation.lower-danger": (a: Actor, c: ConversationSubject) => holds(a, c) || has(a, "supervisor"),
  "conversation.release": holds,
  "conversation.relay": holds,
  "conversation.cancel-relay": (a: Actor, c: ConversationSubject) => holds(a, c) || has(a, "supervisor"),
  "conversation.close": (a: Actor, c: ConversationSubject) => holds(a, c) || has(a, "supervisor") || machine(a),
  "conversation.reassign": (a: Actor) => has(a, "supervisor"),
} satisfies Record<string, (a: Actor, c: ConversationSubject) => boolean>;

/** Rights over an account. */
const ACCOUNT = {
  "account.manage": (a: Actor) => has(a, "administrator") || a.kind === "system",
  /** One's own sessions, password, second factor; open also while the second factor is still missing. */
  "account.own": (a: Actor, subject: AccountSubject) => a.kind === "staff" && a.id === subject.id,
} satisfies Record<string, (a: Actor, s: AccountSubject) => boolean>;

/** Rights without a subject: they open doors. */
const GENERAL = {
  "session.any": (a: Actor) => a.kind === "staff",
  "desk.open": deskPerson,
  "presence.set": deskPerson,
  "supervision.open": (a: Actor) => has(a, "supervisor"),
  "canned-reply.edit": (a: Actor) => has(a, "administrator", "supervisor") || a.kind === "system",
  "accounts.list": (a: Actor) => has(a, "administrator") || a.kind === "system",
  "api-key.manage": (a: Actor) => has(a, "administrator") || a.kind === "system",
  "settings.edit": (a: Actor) => has(a, "administrator") || a.kind === "system",
  "shift.edit": (a: Actor) => has(a, "planner") || a.kind === "system",
  "shift.read": (a: Actor) => has(a, ...COUNSELLOR_ROLES, "supervisor", "planner"),
  "audit.verify": (a: Actor) => has(a, "administrator") || a.kind === "system",
  "contact.open": (a: Actor) => a.kind === "system",
  "history.import": (a: Actor) => a.kind === "system",
  "routing.run": (a: Actor) => a.kind === "system",
  "visitor.chat": (a: Actor) => a.kind === "visitor",
} satisfies Record<string, (a: Actor) => boolean>;

export type ConversationPermission = keyof typeof CONVERSATION;
export type AccountPermission = keyof typeof ACCOUNT;
export type GeneralPermission = keyof typeof GENERAL;
export type Permission = ConversationPermission | AccountPermission | GeneralPermission;

/** May this actor do this to this conversation? */
export const mayConversation = (actor: Actor, permission: ConversationPermission, subject: ConversationSubject): boolean =>
  CONVERSATION[permission](actor, subject);
/** May this actor do this to this account? */
export const mayAccount = (actor: Actor, permission: AccountPermission, subject: AccountSubject): boolean =>
  ACCOUNT[permission](actor, subject);
/** May this actor do this at all? */
export const may = (actor: Actor, permission: GeneralPermission): boolean => GENERAL[permission](actor);

/**
 * Whether an actor could hold a right over some subject: what a door asks before it parses. The verb asks again, about the
 * subject itself.
 */
export function couldEver(actor: Actor, permission: Permission): boolean {
  if (permission in GENERAL) return may(actor, permission as GeneralPermission);
  if (permission in ACCOUNT)
    return mayAccount(actor, permission as AccountPermission, { id: actor.kind === "staff" ? actor.id : "" });
  const me = actor.kind === "staff" ? actor.id : null;
  const contactId = actor.kind === "visitor" ? actor.contactId : "";
  const kindest: ConversationSubject[] = [
    { contactId, state: "active", counsellorId: me, offeredToId: me, relay: null },
    { contactId, state: "waiting", counsellorId: null, offeredToId: me, relay: null },
  ];
  return kindest.some((subject) => mayConversation(actor, permission as ConversationPermission, subject));
}
