import type { Change } from "@/lib/core/change";
import type { Conversation } from "./load";

/**
 * Raises the version of the side panel (danger, tags, facts, relay brief, "why me", feedback) and tells whoever reads the thread.
 * The panel changes without the row, so its version is its own.
 */
export async function panelChanged({ tx, emit }: Change, conversation: Pick<Conversation, "id">): Promise<void> {
  const [row] = await tx.$queryRaw<{ version: number }[]>`
    update conversation set panel_version = panel_version + 1 where id = ${conversation.id}::uuid returning panel_version as version`;
  emit([`conversation:${conversation.id}`], {
    type: "panel.changed",
    conversationId: conversation.id,
    version: row!.version,
  });
}
