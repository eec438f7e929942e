import type { Actor } from "@/lib/contract/actor";
import type { DangerAnswers, DangerLevel } from "@/lib/contract/danger";
import { mayConversation } from "@/lib/contract/permissions";
import type { DangerChange, PanelView } from "@/lib/contract/views";
import type { Tx } from "@/lib/core/db";
import type { Vault } from "@/lib/core/vault";
import { formatCaseNumber } from "@/lib/cases/case-number";
import { dangerReasonPlace } from "@/lib/conversations/assess-danger";
import { loadConversations, subjectOf, type Conversation } from "@/lib/conversations/load";
import { namesOf, type Names } from "@/lib/conversations/view";
import { relayBriefPlace } from "@/lib/routing/relay";
import { whyOf } from "@/lib/routing/why";
import { Prisma, type DangerAssessment } from "@/prisma/generated/client";

/** So many of the contact's earlier conversations are shown; they are closed, so they stand still while this one is read. */
const PREVIOUS = 20;

/** The side panel of a conversation that this actor may read; what they may not read of it is left out. */
export async function readPanel(tx: Tx, vault: Vault, actor: Actor, conversation: Conversation): Promise<PanelView> {
  const { id, vaultKeyId } = conversation;
  const [dangers, linked, facts, previous, feedback, relay, why] = await Promise.all([
    tx.dangerAssessment.findMany({ where: { conversationId: id }, orderBy: [{ at: "asc" }, { id: "asc" }] }),
    tx.caseConversation.findUnique({
      where: { conversationId: id },
      include: { case: { include: { tags: { where: { removedAt: null }, orderBy: [{ at: "asc" }, { id: "asc" }] } } } },
    }),
    tx.collectedFact.findMany({ where: { conversationId: id }, orderBy: [{ at: "asc" }, { code: "asc" }] }),
    loadConversations(
      tx,
      Prisma.sql`c.contact_id = ${conversation.contactId}::uuid and c.number < ${conversation.number}`,
      Prisma.sql`order by c.number desc limit ${PREVIOUS}`,
    ),
    tx.feedback.findUnique({ where: { conversationId: id } }),
    // Accepted: whoever took it over goes on reading the brief. Declined or cancelled: it is nobody's any more.
    tx.relay.findFirst({
      where: { conversationId: id, OR: [{ outcome: null }, { outcome: "accepted" }] },
      orderBy: [{ at: "desc" }, { id: "desc" }],
    }),
    whyOf(tx, conversation, actor.kind === "staff" ? actor.id : null),
    vault.loadKeys(tx, [vaultKeyId]),
  ]);
  const tags = linked?.case.tags ?? [];
  const names = await namesOf(
    tx,
    [...dangers.map((danger) => danger.byId), ...tags.map((tag) => tag.byId)].filter((person) => person !== null),
  );
  const readable = mayConversation(actor, "conversation.read", subjectOf(conversation));
  const one = (axis: string) => facts.findLast((fact) => fact.axis === axis)?.code ?? null;
  return {
    version: conversation.panelVersion,
    danger: {
      level: conversation.danger,
      answers: Object.assign({}, ...dangers.map((danger) => danger.answers as DangerAnswers)) as DangerAnswers,
      history: dangers.map((danger) => dangerChange(danger, names, vault, vaultKeyId)),
    },
    case: linked ? { id: linked.caseId, number: formatCaseNumber(linked.case) } : null,
    tags: tags.map((tag) => ({
      axis: tag.axis,
      code: tag.code,
      by: { id: tag.byId ?? "", name: names.get(tag.byId ?? "") ?? "" },
      at: tag.at.toISOString(),
    })),
    facts: {
      role: one("role"),
      age: one("age"),
      platforms: facts.filter((fact) => fact.axis === "platform").map((fact) => fact.code),
    },
    previous: previous.map((other) => ({
      id: other.id,
      number: other.number,
      closedAt: other.closedAt?.toISOString() ?? null,
      createdAt: other.createdAt.toISOString(),
      danger: other.danger,
      topic: other.topic,
      readable: mayConversation(actor, "conversation.read", subjectOf(other)),
    })),
    feedback: feedback && { helped: feedback.helped, again: feedback.again },
    relayBrief: relay && readable ? vault.openUnlessErased(vaultKeyId, relayBriefPlace(relay.id), relay.brief) : null,
    why,
  };
}

function dangerChange(danger: DangerAssessment, names: Names, vault: Vault, keyId: string): DangerChange {
  return {
    id: danger.id,
    at: danger.at.toISOString(),
    from: danger.fromLevel as DangerLevel,
    to: danger.toLevel as DangerLevel,
    by: assessedBy(danger, names),
    answers: danger.answers as DangerAnswers,
    reason: vault.openUnlessErased(keyId, dangerReasonPlace(danger.id), danger.reason),
  };
}

function assessedBy({ byKind, byId }: DangerAssessment, names: Names): DangerChange["by"] {
  if (byKind === "person") return { kind: "person", id: byId ?? "", name: names.get(byId ?? "") ?? "" };
  return { kind: byKind === "bot" ? "bot" : "rule" };
}
