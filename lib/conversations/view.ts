import type {
  ConversationRow,
  MarkerCode,
  MessageAuthor,
  MessageView,
  PersonRef,
  QuickReply,
  Receipts,
} from "@/lib/contract/views";
import type { Tx } from "@/lib/core/db";
import type { Vault } from "@/lib/core/vault";
import type { Conversation } from "./load";

/** Names of the people mentioned in rows, by id; loaded once for a list. */
export type Names = ReadonlyMap<string, string>;

/** Row → view. `readable` decides whether the first words and the unread count are part of it. The key must be loaded for a readable one. */
export function conversationRow(c: Conversation, names: Names, vault: Vault, readable: boolean): ConversationRow {
  const person = (id: string | null): PersonRef | null => (id === null ? null : { id, name: names.get(id) ?? "" });
  return {
    id: c.id,
    version: c.version,
    number: c.number,
    channel: c.channel,
    source: c.source,
    state: c.state,
    danger: c.danger,
    skill: c.skill,
    language: c.language,
    topic: c.topic,
    reason: c.reason,
    createdAt: c.createdAt.toISOString(),
    waitingSince: c.waitingSince?.toISOString() ?? null,
    offer: c.offeredToId && c.offerExpiresAt ? { to: person(c.offeredToId)!, expiresAt: c.offerExpiresAt.toISOString() } : null,
    letPass: c.letPass,
    counsellor: person(c.counsellorId),
    relay:
      c.relayId && c.relayAt
        ? {
            id: c.relayId,
            from: person(c.relayFromId)!,
            to: person(c.relayToId),
            skill: c.relayToSkill,
            since: c.relayAt.toISOString(),
          }
        : null,
    lastMessageAt: c.lastMessageAt.toISOString(),
    unansweredSince: c.unansweredSince?.toISOString() ?? null,
    closedAt: c.closedAt?.toISOString() ?? null,
    preview: readable
      ? vault.openUnlessErased(c.vaultKeyId, { table: "conversation", column: "preview", row: c.id }, c.preview)
      : null,
    unread: readable ? c.unread : 0,
  };
}

/** The ids of everyone named in rows, for one query of names. */
export function peopleOf(rows: readonly Conversation[]): string[] {
  return [
    ...new Set(rows.flatMap((c) => [c.counsellorId, c.offeredToId, c.relayFromId, c.relayToId]).filter((id) => id !== null)),
  ];
}

/** Names of people by id, in one query; none for none. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Names> {
  if (ids.length === 0) return new Map();
  const people = await tx.user.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } });
  return new Map(people.map((person) => [person.id, person.name]));
}

/** How far each side has received and read. */
export function receiptsView(
  c: Pick<Conversation, "receiptsVersion" | "visitorDelivered" | "visitorReadSeq" | "counsellorReadSeq">,
): Receipts {
  return {
    version: c.receiptsVersion,
    visitorDelivered: c.visitorDelivered,
    visitorRead: c.visitorReadSeq,
    counsellorRead: c.counsellorReadSeq,
  };
}

export interface MessageRecord {
  id: string;
  conversationId: string;
  seq: number;
  at: Date;
  author: string;
  authorId: string | null;
  body: Uint8Array | null;
  marker: unknown;
  quickReplies: unknown;
  clientId: string | null;
}

/** Row → view, opened under the conversation's key; an erased message has no text. */
export function messageView(m: MessageRecord, keyId: string, names: Names, vault: Vault): MessageView {
  const text = vault.openUnlessErased(keyId, { table: "message", column: "body", row: m.id }, m.body) ?? "";
  return messageViewOf(m, text, names);
}

/** The same for words that are at hand: what was just stored is not opened again. */
export function messageViewOf(m: MessageRecord, text: string, names: Names): MessageView {
  return {
    id: m.id,
    conversationId: m.conversationId,
    seq: m.seq,
    at: m.at.toISOString(),
    author: author(m, names),
    text,
    marker: m.marker as { code: MarkerCode; name: string | null } | null,
    quickReplies: (m.quickReplies as QuickReply[] | null) ?? [],
    clientId: m.clientId,
  };
}

function author(m: MessageRecord, names: Names): MessageAuthor {
  switch (m.author) {
    case "visitor":
      return { kind: "visitor" };
    case "bot":
      return { kind: "bot" };
    case "counsellor":
      return { kind: "counsellor", id: m.authorId ?? "", name: names.get(m.authorId ?? "") ?? "" };
    default:
      return { kind: "system" };
  }
}

/** The first name alone: what a person who writes needs in order to know who is there, and no more of a colleague. */
export function firstName(name: string): string {
  return name.split(" ", 1)[0] ?? "";
}

/** A message as the person who writes receives it: colleagues go by their first name; their ids stay in the house. */
export function seenByVisitor(message: MessageView): MessageView {
  const { author, marker } = message;
  return {
    ...message,
    author: author.kind === "counsellor" ? { kind: "counsellor", id: "", name: firstName(author.name) } : author,
    marker: marker && { ...marker, name: marker.name === null ? null : firstName(marker.name) },
  };
}
