import { expect, test } from "vitest";
import type { Actor } from "./actor";
import { mayConversation, may, type ConversationPermission, type ConversationSubject } from "./permissions";
import type { Role } from "./roles";

const staff = (id: string, roles: Role[], more: Partial<Extract<Actor, { kind: "staff" }>> = {}): Actor => ({
  kind: "staff",
  id,
  name: id,
  roles,
  skills: ["listening"],
  sessionId: "s",
  secondFactorMissing: false,
  ...more,
});
const OWNER = staff("owner", ["listener"]);
const COLLEAGUE = staff("colleague", ["listener"]);
const JURIST = staff("jurist", ["jurist"], { skills: ["listening", "legal"] });
const SUPERVISOR = staff("supervisor", ["supervisor"]);
const ADMIN = staff("admin", ["administrator"]);
const PLANNER = staff("planner", ["planner"]);
const CHILD: Actor = { kind: "visitor", contactId: "child" };
const OTHER_CHILD: Actor = { kind: "visitor", contactId: "other" };

const active: ConversationSubject = {
  contactId: "child",
  state: "active",
  counsellorId: "owner",
  offeredToId: null,
  relay: null,
};
const waiting: ConversationSubject = { ...active, state: "waiting", counsellorId: null };
const bot: ConversationSubject = { ...waiting, state: "bot" };
const relayedToLegal: ConversationSubject = { ...active, relay: { toId: null, toSkill: "legal" } };

test.each<[string, ConversationPermission, Actor, ConversationSubject, boolean]>([
  ["its counsellor reads", "conversation.read", OWNER, active, true],
  ["a colleague does not read what somebody else holds", "conversation.read", COLLEAGUE, active, false],
  ["whoever may pick it up reads what waits", "conversation.read", COLLEAGUE, waiting, true],
  ["nobody on the desk but a supervisor reads along with the bot", "conversation.read", COLLEAGUE, bot, false],
  ["a supervisor reads, audited", "conversation.read", SUPERVISOR, active, true],
  ["an administrator never reads", "conversation.read", ADMIN, waiting, false],
  ["a planner never reads", "conversation.read", PLANNER, waiting, false],
  ["the child reads their own", "conversation.read", CHILD, active, true],
  ["another child does not", "conversation.read", OTHER_CHILD, active, false],
  ["a relay to a skill opens the thread to that skill", "conversation.read", JURIST, relayedToLegal, true],
  ["… and to no other", "conversation.read", COLLEAGUE, relayedToLegal, false],
  ["only the counsellor answers", "conversation.reply", OWNER, active, true],
  ["a supervisor reads along but does not answer", "conversation.reply", SUPERVISOR, active, false],
  ["nobody answers a closed conversation", "conversation.reply", OWNER, { ...active, state: "closed" }, false],
  ["the bot may raise danger", "conversation.raise-danger", { kind: "bot" }, bot, true],
  ["the bot may never lower it", "conversation.lower-danger", { kind: "bot" }, bot, false],
  ["the system may never lower it", "conversation.lower-danger", { kind: "system", name: "rule" }, active, false],
  ["the child never sees notes through writing rights", "conversation.note", CHILD, active, false],
])("%s", (_, permission, actor, subject, expected) => {
  expect(mayConversation(actor, permission, subject)).toBe(expected);
});

test("without the second factor that the role requires, every right is gone but one's own account", () => {
  const half = staff("owner", ["listener", "supervisor"], { secondFactorMissing: true });
  expect(mayConversation(half, "conversation.read", active)).toBe(false);
  expect(may(half, "desk.open")).toBe(false);
  expect(may(half, "session.any")).toBe(true);
});
