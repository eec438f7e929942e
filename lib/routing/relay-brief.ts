import type { Conversation } from "@/lib/conversations/load";
import type { Tx } from "@/lib/core/db";
import type { Vault } from "@/lib/core/vault";

/** Where a brief is sealed. */
export const relayBriefPlace = (relayId: string) => ({ table: "relay", column: "brief", row: relayId });

/** The brief of the open relay, or of the last one that was accepted; null when there is none. */
export async function relayBriefOf(
  tx: Tx,
  vault: Vault,
  conversation: Pick<Conversation, "id" | "vaultKeyId">,
): Promise<string | null> {
  const relay = await tx.relay.findFirst({
    where: { conversationId: conversation.id, OR: [{ endedAt: null }, { outcome: "accepted" }] },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { id: true, brief: true },
  });
  if (!relay) return null;
  await vault.loadKeys(tx, [conversation.vaultKeyId]);
  return vault.openUnlessErased(conversation.vaultKeyId, relayBriefPlace(relay.id), relay.brief);
}
