import type { MessageView } from "@/lib/contract/views";
import type { Tx } from "@/lib/core/db";
import { Conflict } from "@/lib/core/errors";
import type { Vault } from "@/lib/core/vault";
import { messageView, namesOf } from "./view";

/** Which stored message a repeat is about: its id, or what made it unique. */
export type Repeated = { id: string } | { conversationId: string; clientId: string } | { channel: string; externalId: string };

/**
 * Answers a message sent again with the one that is stored.
 * @param text what was sent now; null where the platform's own id already says that it is the same
 * @throws Conflict idempotency-conflict when the same id was used for other words, or by somebody else
 */
export async function answerRepeat(
  tx: Tx,
  vault: Vault,
  which: Repeated,
  expected: { contactId?: string; authorId?: string; text: string | null },
): Promise<MessageView> {
  const stored = await tx.message.findFirst({
    where: which,
    include: { conversation: { select: { vaultKeyId: true, contactId: true } } },
  });
  if (!stored) throw new Conflict("idempotency-conflict");
  const { vaultKeyId, contactId } = stored.conversation;
  await vault.loadKeys(tx, [vaultKeyId]);
  const names = await namesOf(tx, stored.authorId ? [stored.authorId] : []);
  const message = messageView(stored, vaultKeyId, names, vault);
  const same =
    (expected.contactId === undefined || contactId === expected.contactId) &&
    (expected.authorId === undefined || stored.authorId === expected.authorId) &&
    (expected.text === null || message.text === expected.text);
  if (!same) throw new Conflict("idempotency-conflict");
  return message;
}
