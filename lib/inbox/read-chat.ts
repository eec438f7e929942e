import { dangerRank } from "@/lib/contract/danger";
import type { Receipts, VisitorConversation, VisitorView } from "@/lib/contract/views";
import { config } from "@/lib/core/config";
import type { Context } from "@/lib/core/context";
import type { Tx } from "@/lib/core/db";
import { NotFound } from "@/lib/core/errors";
import { currentCursor } from "@/lib/core/event-log";
import { readSettings } from "@/lib/core/settings";
import { loadConversations, type Conversation } from "@/lib/conversations/load";
import { firstName, seenByVisitor, namesOf, receiptsView, type Names } from "@/lib/conversations/view";
import { waitOf } from "@/lib/routing/estimate-wait";
import { readLine } from "@/lib/shifts/read-line";
import { Prisma } from "@/prisma/generated/client";
import { readPage } from "./read-messages";

/** A conversation closed longer ago than this is not shown again on the device: somebody else may hold it by now. */
const SHOWN_AFTER_CLOSING_MS = 12 * 3_600_000;
/** From F3 on, the emergency numbers stand in the thread; the level itself is not told. */
const URGENT = dangerRank("F3");
const NO_RECEIPTS: Receipts = { version: 0, visitorDelivered: 0, visitorRead: 0, counsellorRead: 0 };

/** What the person who writes sees: their latest conversation, or none yet. Cursor first, then the snapshot. Never a note. */
export async function readChat(ctx: Context, _input: object = {}): Promise<VisitorView> {
  const { actor, db, vault, now } = ctx;
  if (actor.kind !== "visitor" && actor.kind !== "nobody") throw new NotFound();
  const cursor = await currentCursor(db);
  const [line, settings, conversation] = await Promise.all([
    readLine(db, now, { aroundTheClock: config().demoHours === "always" }),
    readSettings(db),
    actor.kind === "visitor" ? latest(db, actor.contactId, now) : null,
  ]);
  const around = { cursor, now: now.toISOString(), line, numbers: settings.numbers, exitUrl: settings.quickExitUrl };
  if (!conversation) return { ...around, conversation: null, messages: [], receipts: NO_RECEIPTS, wait: null };
  const [{ messages }, shown, wait] = await Promise.all([
    readPage(db, vault, conversation, null),
    visitorConversations(db, [conversation]),
    waitOf(db, conversation.id, now),
  ]);
  return {
    ...around,
    conversation: shown.get(conversation.id) ?? null,
    messages: messages.map(seenByVisitor),
    receipts: receiptsView(conversation),
    wait,
  };
}

async function latest(tx: Tx, contactId: string, now: Date): Promise<Conversation | null> {
  const [conversation] = await loadConversations(
    tx,
    Prisma.sql`c.contact_id = ${contactId}::uuid`,
    Prisma.sql`order by c.created_at desc, c.number desc limit 1`,
  );
  if (!conversation) return null;
  const closedFor = conversation.closedAt === null ? 0 : now.getTime() - conversation.closedAt.getTime();
  return closedFor > SHOWN_AFTER_CLOSING_MS ? null : conversation;
}

/** Conversations as their visitors see them, by id. */
export async function visitorConversations(
  tx: Tx,
  conversations: readonly Conversation[],
): Promise<Map<string, VisitorConversation>> {
  const names = await namesOf(
    tx,
    conversations.map((c) => c.counsellorId).filter((id) => id !== null),
  );
  const given = await tx.feedback.findMany({
    where: { conversationId: { in: conversations.map((c) => c.id) } },
    select: { conversationId: true },
  });
  const withFeedback = new Set(given.map((feedback) => feedback.conversationId));
  return new Map(conversations.map((c) => [c.id, visitorConversation(c, names, withFeedback.has(c.id))]));
}

function visitorConversation(c: Conversation, names: Names, feedbackGiven: boolean): VisitorConversation {
  return {
    id: c.id,
    version: c.version,
    state: c.state,
    counsellorName: c.counsellorId === null ? null : firstName(names.get(c.counsellorId) ?? ""),
    language: c.language,
    urgent: dangerRank(c.danger) >= URGENT,
    feedbackGiven,
    closedAt: c.closedAt?.toISOString() ?? null,
  };
}
