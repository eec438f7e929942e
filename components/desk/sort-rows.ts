import { orderQueue } from "@/lib/contract/queue-order";
import type { DangerLevel } from "@/lib/contract/danger";
import type { Channel, Skill } from "@/lib/contract/roles";
import type { ConversationRow } from "@/lib/contract/views";

export type SectionKey = "waiting" | "mine" | "team" | "bot";
export type Sections = Record<SectionKey, ConversationRow[]>;

/** What the list is narrowed to; null shows everything. */
export interface Filter {
  skill: Skill | null;
  channel: Channel | null;
  danger: DangerLevel | null;
}
export const NO_FILTER: Filter = { skill: null, channel: null, danger: null };

/** A relay waits like a conversation does: it stands in the queue from when it was asked. */
export function waitsSince(row: ConversationRow): string | null {
  return row.relay?.since ?? (row.state === "waiting" ? row.waitingSince : null);
}

/** The desk's rows in their sections: the queue in its real order, mine with the unread first, then colleagues', then the bot's. */
export function sortRows(
  rows: readonly ConversationRow[],
  options: { myId: string; now: number; ageingMinutes: number; filter?: Filter },
): Sections {
  const { myId, now, ageingMinutes, filter = NO_FILTER } = options;
  const shown = rows.filter((row) => passes(row, filter));
  const mine = (row: ConversationRow) => row.state === "active" && row.counsellor?.id === myId;
  const waiting = shown.flatMap((row) => {
    const waitingSince = waitsSince(row);
    return waitingSince === null || mine(row) ? [] : [{ ...row, waitingSince }];
  });
  const waitingIds = new Set(waiting.map((row) => row.id));
  const byUrgency = (a: ConversationRow, b: ConversationRow) => since(a) - since(b) || (a.id < b.id ? -1 : 1);
  return {
    waiting: orderQueue(waiting, now, ageingMinutes),
    mine: shown.filter(mine).sort(byUrgency),
    team: shown.filter((row) => row.state === "active" && !mine(row) && !waitingIds.has(row.id)).sort(byUrgency),
    bot: shown.filter((row) => row.state === "bot").sort((a, b) => (a.lastMessageAt < b.lastMessageAt ? 1 : -1)),
  };
}

/** Unanswered ones first, the longest unanswered on top; then the others by their last word. */
function since(row: ConversationRow): number {
  return row.unansweredSince === null ? 8e15 - Date.parse(row.lastMessageAt) : Date.parse(row.unansweredSince);
}

function passes(row: ConversationRow, { skill, channel, danger }: Filter): boolean {
  return (
    (skill === null || row.skill === skill) &&
    (channel === null || row.channel === channel) &&
    (danger === null || row.danger === danger)
  );
}

/**
 * Rows in the order in which they stood when the list was last free to move: what is new is left out and counted, what is gone is gone.
 */
export function heldOrder(
  rows: readonly ConversationRow[],
  order: readonly string[],
): { rows: ConversationRow[]; fresh: number } {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const kept = order.flatMap((id) => byId.get(id) ?? []);
  return { rows: kept, fresh: rows.length - kept.length };
}
