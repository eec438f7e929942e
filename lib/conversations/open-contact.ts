import { v7 as uuid } from "uuid";
import type { Channel } from "@/lib/contract/roles";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { permit } from "@/lib/core/permission";
import { findContact } from "./find-contact";

export interface OpenContactInput {
  channel: Channel;
  /** Who they are on that channel: sealed, and findable by its keyed hash alone. */
  externalId: string;
}

/** The contact of an identity, made if it is new. Two at once make one. @returns its id */
export async function openContact(ctx: Context, { channel, externalId }: OpenContactInput): Promise<string> {
  permit(ctx.actor, "contact.open");
  const known = await findContact(ctx, channel, externalId);
  if (known !== null) return known;
  return change(ctx, async ({ tx, audit }) => {
    const id = uuid();
    const vaultKeyId = await ctx.vault.createKey(tx, "contact", ctx.now);
    const identity = ctx.vault.seal(vaultKeyId, { table: "contact", column: "identity", row: id }, externalId);
    const identityHash = ctx.vault.lookup(channel, externalId);
    const made = await tx.$executeRaw`
      insert into contact (id, channel, identity_hash, identity, created_at, vault_key_id)
      values (${id}::uuid, ${channel}, ${identityHash}, ${identity}, ${ctx.now}, ${vaultKeyId}::uuid)
      on conflict (channel, identity_hash) do nothing`;
    if (made === 1) {
      audit("contact.opened", { contactId: id, channel });
      return id;
    }
    await ctx.vault.destroyKey(tx, vaultKeyId);
    const winner = await tx.contact.findUniqueOrThrow({ where: { channel_identityHash: { channel, identityHash } } });
    audit("contact.recognised", { contactId: winner.id, channel });
    return winner.id;
  });
}
