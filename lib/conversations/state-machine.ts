import type { ConversationState } from "@/lib/contract/views";

/**
 * Where a conversation may go from where it is. A closed one stays closed (whoever writes again opens a new one), and what a person
 * has taken or waits for never falls back to the bot: a child must not be handed to a machine a second time.
 */
const MOVES: Record<ConversationState, readonly ConversationState[]> = {
  bot: ["waiting", "active", "closed"],
  waiting: ["active", "closed"],
  active: ["waiting", "closed"],
  closed: [],
};

/** True when the state may become the other one; staying is not a move and always possible. */
export function mayMove(from: ConversationState, to: ConversationState): boolean {
  return from === to || MOVES[from].includes(to);
}
