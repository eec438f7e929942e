import type { Actor } from "@/lib/contract/actor";
import type { Context } from "@/lib/core/context";
import { hashApiKey } from "./create-api-key";

/** Whom a bearer key stands for; null when it is unknown or revoked. */
export async function apiKeyActor({ db }: Pick<Context, "db">, key: string): Promise<Extract<Actor, { kind: "key" }> | null> {
  const row = await db.apiKey.findUnique({ where: { hash: hashApiKey(key) } });
  return row === null || row.revokedAt !== null ? null : { kind: "key", id: row.id, scopes: row.scopes };
}
