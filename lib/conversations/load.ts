import type { ConversationSubject } from "@/lib/contract/permissions";
import type { DangerLevel } from "@/lib/contract/danger";
import type { Channel, Language, Skill, Source } from "@/lib/contract/roles";
import type { ConversationState, EscalationReason } from "@/lib/contract/views";
import type { Tx } from "@/lib/core/db";
import { NotFound } from "@/lib/core/errors";
import { Prisma } from "@/prisma/generated/client";

/** A conversation with its open relay, as verbs see it. */
export interface Conversation {
  id: string;
  number: number;
  contactId: string;
  channel: Channel;
  source: Source | null;
  language: Language;
  state: ConversationState;
  version: number;
  danger: DangerLevel;
  skill: Skill;
  topic: string | null;
  reason: EscalationReason | null;
  createdAt: Date;
  lastSeq: number;
  lastMessageAt: Date;
  preview: Uint8Array | null;
  unansweredSince: Date | null;
  waitingSince: Date | null;
  counsellorId: string | null;
  offeredToId: string | null;
  offerExpiresAt: Date | null;
  letPass: number;
  closedAt: Date | null;
  closedBy: string | null;
  outcome: string | null;
  counsellorReadSeq: number;
  unread: number;
  visitorReadSeq: number;
  visitorDelivered: number;
  botState: Uint8Array | null;
  botSeq: number;
  receiptsVersion: number;
  panelVersion: number;
  vaultKeyId: string;
  relayId: string | null;
  relayFromId: string | null;
  relayToId: string | null;
  relayToSkill: Skill | null;
  relayAt: Date | null;
}

const COLUMNS = Prisma.sql`
  c.id, c.number, c.contact_id as "contactId", c.channel, c.source, c.language, c.state, c.version, c.danger, c.skill, c.topic, c.reason,
  c.created_at as "createdAt", c.last_seq as "lastSeq", c.last_message_at as "lastMessageAt", c.preview,
  c.unanswered_since as "unansweredSince", c.waiting_since as "waitingSince", c.counsellor_id as "counsellorId",
  c.offered_to_id as "offeredToId", c.offer_expires_at as "offerExpiresAt", c.let_pass as "letPass",
  c.closed_at as "closedAt", c.closed_by as "closedBy", c.outcome, c.counsellor_read_seq as "counsellorReadSeq", c.unread,
  c.visitor_read_seq as "visitorReadSeq", c.visitor_delivered_seq as "visitorDelivered",
  c.bot_state as "botState", c.bot_seq as "botSeq", c.receipts_version as "receiptsVersion",
  c.panel_version as "panelVersion", c.vault_key_id as "vaultKeyId",
  r.id as "relayId", r.from_id as "relayFromId", r.to_id as "relayToId", r.to_skill as "relayToSkill", r.at as "relayAt"`;
const FROM = Prisma.sql`from conversation c left join relay r on r.conversation_id = c.id and r.ended_at is null`;

/** Locks the conversation's row until the end of the change. @throws NotFound */
export async function lockConversation(tx: Tx, id: string): Promise<Conversation> {
  // The relay is read after the lock is held: a joined row of the same statement could be older than the lock.
  await tx.$queryRaw`select 1 from conversation where id = ${id}::uuid for no key update`;
  return loadConversation(tx, id);
}

/** Reads without a lock. @throws NotFound */
export async function loadConversation(tx: Tx, id: string): Promise<Conversation> {
  const [row] = await loadConversations(tx, Prisma.sql`c.id = ${id}::uuid`);
  if (!row) throw new NotFound();
  return row;
}

/** Reads those that a condition over `c` (conversation) and `r` (its open relay) selects. */
export async function loadConversations(tx: Tx, where: Prisma.Sql, tail: Prisma.Sql = Prisma.empty): Promise<Conversation[]> {
  return tx.$queryRaw<Conversation[]>`select ${COLUMNS} ${FROM} where ${where} ${tail}`;
}

/** What the permission sheet asks about. */
export function subjectOf(
  c: Pick<Conversation, "contactId" | "state" | "counsellorId" | "offeredToId" | "relayId" | "relayToId" | "relayToSkill">,
): ConversationSubject {
  return {
    contactId: c.contactId,
    state: c.state,
    counsellorId: c.counsellorId,
    offeredToId: c.offeredToId,
    relay: c.relayId === null ? null : { toId: c.relayToId, toSkill: c.relayToSkill },
  };
}
