import type { z } from "zod";
import type { ApiKeyInput } from "@/lib/contract/inputs";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { NotFound } from "@/lib/core/errors";
import { permit } from "@/lib/core/permission";

/** Withdraws a key at once; again changes nothing. */
export async function revokeApiKey(ctx: Context, { keyId }: z.output<typeof ApiKeyInput>): Promise<void> {
  await change(ctx, async ({ tx, audit }) => {
    permit(ctx.actor, "api-key.manage");
    const { count } = await tx.apiKey.updateMany({ where: { id: keyId, revokedAt: null }, data: { revokedAt: ctx.now } });
    if (count > 0) audit("api-key.revoked", { keyId });
    else if ((await tx.apiKey.findUnique({ where: { id: keyId } })) === null) throw new NotFound();
  });
}
