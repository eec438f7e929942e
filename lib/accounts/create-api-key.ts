import { createHash, randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import type { z } from "zod";
import type { CreateApiKeyInput } from "@/lib/contract/inputs";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { permit } from "@/lib/core/permission";

/** Recognised by secret scanners, should one leak. */
const PREFIX = "hd3018_";

/** A key of the public API. @returns it with the key itself: the only time that anybody sees it */
export async function createApiKey(
  ctx: Context,
  input: z.output<typeof CreateApiKeyInput>,
): Promise<{ id: string; key: string }> {
  return change(ctx, async ({ tx, audit }) => {
    permit(ctx.actor, "api-key.manage");
    const id = uuid();
    const key = PREFIX + randomBytes(32).toString("base64url");
    const scopes = [...new Set(input.scopes)];
    await tx.apiKey.create({ data: { id, name: input.name, hash: hashApiKey(key), scopes, createdAt: ctx.now } });
    audit("api-key.created", { keyId: id, scopes });
    return { id, key };
  });
}

/** 256 random bits need no slow hash: SHA-256 finds the row in one look-up. */
export function hashApiKey(key: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(key).digest());
}
