import type { z } from "zod";
import { isRaise } from "@/lib/contract/danger";
import type { ImportedConversation } from "@/lib/contract/inputs";
import type { Vault } from "@/lib/core/vault";
import type { Prisma } from "@/prisma/generated/client";

/** A conversation of the past with what it needs to become rows. */
export interface Past {
  id: string;
  contactId: string;
  keyId: string;
  given: z.output<typeof ImportedConversation>;
  /** Ids of its parts, always the same for the same conversation. */
  idOf: (kind: string, name: string) => string;
}

export interface ImportedRows {
  conversations: Prisma.ConversationCreateManyInput[];
  messages: Prisma.MessageCreateManyInput[];
  assignments: Prisma.AssignmentCreateManyInput[];
  escalations: Prisma.EscalationCreateManyInput[];
  dangers: Prisma.DangerAssessmentCreateManyInput[];
}

const PREVIEW_CHARACTERS = 120;

/** What is stored of conversations of the past: as if the verbs had written it at the time, everything read and nothing open. */
export function importedRows(vault: Vault, past: readonly Past[]): ImportedRows {
  return {
    conversations: past.map((one) => conversation(vault, one)),
    messages: past.flatMap((one) => messages(vault, one)),
    assignments: past.flatMap(assignment),
    escalations: past.flatMap(escalation),
    dangers: past.flatMap(danger),
  };
}

function conversation(vault: Vault, { id, contactId, keyId, given }: Past): Prisma.ConversationCreateManyInput {
  const last = given.messages.at(-1);
  const lastSeq = given.messages.length;
  return {
    id,
    contactId,
    channel: given.channel,
    source: given.source,
    language: given.language,
    state: "closed",
    danger: given.danger,
    skill: given.skill,
    topic: given.topic,
    reason: given.counsellorId === null ? null : "user_request",
    createdAt: new Date(given.createdAt),
    lastSeq,
    lastMessageAt: new Date(last?.at ?? given.createdAt),
    preview: last
      ? vault.seal(keyId, { table: "conversation", column: "preview", row: id }, last.text.slice(0, PREVIEW_CHARACTERS))
      : null,
    waitingSince: given.counsellorId === null ? null : askedAt(given),
    counsellorId: given.counsellorId,
    closedAt: new Date(given.closedAt),
    closedBy: given.counsellorId === null ? "visitor" : "counsellor",
    outcome: given.tags.find((tag) => tag.axis === "outcome")?.code ?? null,
    counsellorReadSeq: given.counsellorId === null ? 0 : lastSeq,
    visitorReadSeq: lastSeq,
    visitorDelivered: lastSeq,
    vaultKeyId: keyId,
  };
}

function messages(vault: Vault, { id, keyId, given, idOf }: Past): Prisma.MessageCreateManyInput[] {
  return given.messages.map(({ at, from, text }, index) => {
    const messageId = idOf("message", String(index + 1));
    return {
      id: messageId,
      conversationId: id,
      seq: index + 1,
      at: new Date(at),
      author: from,
      authorId: from === "counsellor" ? given.counsellorId : null,
      body: vault.seal(keyId, { table: "message", column: "body", row: messageId }, text),
      channel: given.channel,
    };
  });
}

function assignment({ id, given, idOf }: Past): Prisma.AssignmentCreateManyInput[] {
  if (given.counsellorId === null) return [];
  const closedAt = new Date(given.closedAt);
  const ended = { endedAt: closedAt, endReason: "closed" };
  return [
    {
      id: idOf("assignment", ""),
      conversationId: id,
      userId: given.counsellorId,
      via: "offer",
      since: answeredAt(given),
      ...ended,
    },
  ];
}

function escalation({ id, given, idOf }: Past): Prisma.EscalationCreateManyInput[] {
  if (given.counsellorId === null) return [];
  const { skill, danger: level } = given;
  const ended = { endedAt: answeredAt(given), outcome: "taken" };
  return [
    {
      id: idOf("escalation", ""),
      conversationId: id,
      reason: "user_request",
      skill,
      danger: level,
      at: askedAt(given),
      ...ended,
    },
  ];
}

/** Only a person finds somebody safe; a raise may have been the bot's. */
function danger({ id, given, idOf }: Past): Prisma.DangerAssessmentCreateManyInput[] {
  if (given.danger === "FX" || (given.counsellorId === null && !isRaise("FX", given.danger))) return [];
  const by = given.counsellorId === null ? { byKind: "bot", byId: null } : { byKind: "person", byId: given.counsellorId };
  const row = { id: idOf("danger", ""), conversationId: id, at: answeredAt(given), ...by };
  return [{ ...row, fromLevel: "FX", toLevel: given.danger, answers: {}, signals: [] }];
}

/** The counsellor's first word; without one, the end. */
function answeredAt(given: Past["given"]): Date {
  return new Date(given.messages.find((message) => message.from === "counsellor")?.at ?? given.closedAt);
}

/** The last word before the counsellor's first: since then a person was waited for. */
function askedAt(given: Past["given"]): Date {
  const answered = given.messages.findIndex((message) => message.from === "counsellor");
  return new Date(given.messages[answered - 1]?.at ?? given.createdAt);
}
