import type { DangerLevel } from "@/lib/contract/danger";
import { orderQueue } from "@/lib/contract/queue-order";
import type { Skill } from "@/lib/contract/roles";
import type { WaitView } from "@/lib/contract/views";
import type { Tx } from "@/lib/core/db";
import { readSettings } from "@/lib/core/settings";
import { isThere, readCrew } from "./crew";
import { waitRanges } from "./wait-range";

/** So many of the helpline's own last conversations say how long one takes; fewer than a handful say nothing. */
const RECENT = 50;
const ENOUGH = 10;

/** The honest wait of one conversation; null when it does not wait. */
export async function waitOf(tx: Tx, conversationId: string, now: Date): Promise<WaitView | null> {
  const waiting = await tx.conversation.count({ where: { id: conversationId, state: "waiting" } });
  return waiting === 0 ? null : ((await waits(tx, now)).get(conversationId) ?? null);
}

/** The honest wait of everyone who waits, by conversation, in as many queries for one as for hundreds. */
export async function waits(tx: Tx, now: Date): Promise<Map<string, WaitView>> {
  const waiting = await tx.conversation.findMany({
    where: { state: "waiting" },
    select: { id: true, danger: true, waitingSince: true, skill: true, offeredToId: true },
  });
  if (waiting.length === 0) return new Map();
  const { ageingMinutes, awayAfterSeconds, typicalMinutes } = await readSettings(tx);
  const there = (await readCrew(tx, now, awayAfterSeconds)).filter(isThere);
  const queue = orderQueue(
    waiting.map((row) => ({
      id: row.id,
      danger: row.danger as DangerLevel,
      waitingSince: (row.waitingSince ?? now).toISOString(),
      skill: row.skill as Skill,
      offered: row.offeredToId !== null,
    })),
    now.getTime(),
    ageingMinutes,
  );
  const seats = there.map(({ skills, capacity, load }) => ({ skills, capacity, free: capacity - load }));
  return waitRanges(queue, seats, (await recentMinutes(tx)) ?? typicalMinutes);
}

/** Median length of the last conversations, from the first counsellor's taking to the closing; null while there are too few. */
async function recentMinutes(tx: Tx): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ minutes: number | null; known: number }[]>`
    select percentile_cont(0.5) within group (order by extract(epoch from closed_at - since) / 60)::float8 as minutes,
           count(*)::int as known
      from (select c.closed_at, (select min(a.since) from assignment a where a.conversation_id = c.id) as since
              from conversation c
             where c.closed_at is not null and c.counsellor_id is not null
             order by c.closed_at desc
             limit ${RECENT}) recent
     where since is not null`;
  return row && row.minutes !== null && row.known >= ENOUGH ? Math.max(1, row.minutes) : null;
}
