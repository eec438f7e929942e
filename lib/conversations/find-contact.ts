import type { Channel } from "@/lib/contract/roles";
import type { Context } from "@/lib/core/context";

/** Who a channel's identity belongs to, asked of the keyed hash; null for somebody unknown. */
export async function findContact(
  { db, vault }: Pick<Context, "db" | "vault">,
  channel: Channel,
  externalId: string,
): Promise<string | null> {
  const contact = await db.contact.findUnique({
    where: { channel_identityHash: { channel, identityHash: vault.lookup(channel, externalId) } },
    select: { id: true },
  });
  return contact?.id ?? null;
}
