import { orderQueue } from "@/lib/contract/queue-order";
import type { Conversation } from "@/lib/conversations/load";
import { loadConversations } from "@/lib/conversations/load";
import type { Tx } from "@/lib/core/db";
import { Prisma } from "@/prisma/generated/client";
import type { WorkItem } from "./choose-counsellor";

/** Waiting without an offer, or a relay without one. */
const ROUTABLE = Prisma.sql`c.offered_to_id is null and (c.state = 'waiting' or (c.state = 'active' and r.id is not null))`;

/** Whether it still needs somebody, asked again under its lock. */
export function isRoutable(c: Conversation): boolean {
  return c.offeredToId === null && (c.state === "waiting" || (c.state === "active" && c.relayId !== null));
}

/** Everything that needs a counsellor now, in the order of the queue, with who let each pass; two queries for any number. */
export async function loadQueue(tx: Tx, now: Date, ageingMinutes: number): Promise<WorkItem[]> {
  const rows = await loadConversations(tx, ROUTABLE);
  if (rows.length === 0) return [];
  const passed = await loadPassed(tx, rows);
  const ordered = orderQueue(
    rows.map((c) => ({
      id: c.id,
      danger: c.danger,
      waitingSince: ((c.relayId === null ? c.waitingSince : c.relayAt) ?? now).toISOString(),
      conversation: c,
    })),
    now.getTime(),
    ageingMinutes,
  );
  return ordered.map(({ conversation: c }) => ({
    conversationId: c.id,
    danger: c.danger,
    skill: c.relayId === null ? c.skill : (c.relayToSkill ?? "listening"),
    language: c.language,
    relay: c.relayId === null ? null : { id: c.relayId, fromId: c.relayFromId!, toId: c.relayToId },
    passed: passed.get(c.id) ?? new Map<string, Date>(),
  }));
}

/**
 * Who let these pass since somebody was asked for (or since the relay began), and when. Whoever gave one back counts: it should not
 * return to the same hands while there are others.
 */
async function loadPassed(
  tx: Tx,
  rows: readonly Pick<Conversation, "id" | "relayId" | "relayAt" | "waitingSince">[],
): Promise<Map<string, Map<string, Date>>> {
  const since = rows.map((row) => (row.relayId === null ? row.waitingSince : row.relayAt)?.toISOString() ?? null);
  const found = await tx.$queryRaw<{ id: string; userId: string; at: Date }[]>`
    with item as (
      select * from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.relayId)}::uuid[], ${since}::timestamptz[])
        as given (id, relay_id, since)
    )
    select item.id, o.user_id as "userId", max(o.ended_at) as at
      from item join offer o on o.conversation_id = item.id and o.relay_id is not distinct from item.relay_id
     where o.outcome in ('let-pass', 'declined') and o.at >= item.since
     group by 1, 2
    union all
    select item.id, a.user_id, max(a.ended_at)
      from item join assignment a on a.conversation_id = item.id
     where item.relay_id is null and a.end_reason = 'released' and a.ended_at >= item.since
     group by 1, 2`;
  const passed = new Map<string, Map<string, Date>>();
  for (const { id, userId, at } of found) {
    const people = passed.get(id) ?? new Map<string, Date>();
    const known = people.get(userId);
    people.set(userId, known && known > at ? known : at);
    passed.set(id, people);
  }
  return passed;
}

/** How many different people let it pass since somebody was asked for. */
export async function countPassed(tx: Tx, conversation: Conversation): Promise<number> {
  return (await loadPassed(tx, [conversation])).get(conversation.id)?.size ?? 0;
}
