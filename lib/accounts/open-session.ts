import { v7 as uuid } from "uuid";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { Refusal } from "@/lib/core/errors";
import { readSettings } from "@/lib/core/settings";
import { checkCode } from "./check-code";
import type { Client } from "./client";
import { lockUser } from "./load";

export interface SignedIn {
  sessionId: string;
  userId: string;
  name: string;
  expiresAt: Date;
}

const DEVICE_LIMIT = 120;

/**
 * The last step of every way to sign in: one more session row. Under the account's lock, so that a deactivation, a new password or
 * the same code a second time, all in the same instant, cannot slip past.
 */
export async function openSession(
  ctx: Context,
  known: { userId: string; passwordHash: string | null },
  proof: { by: "password" | "oidc"; code?: string; secondFactor?: boolean },
  client: Client,
): Promise<SignedIn> {
  return change(ctx, async ({ tx, audit }) => {
    const user = await lockUser(tx, known.userId);
    const unchanged = proof.by === "oidc" || user.passwordHash === known.passwordHash;
    if (user.deactivatedAt !== null || !unchanged) throw new Refusal("wrong-credentials");
    if (proof.code !== undefined && !(await checkCode(tx, ctx.vault, user, proof.code, ctx.now))) throw new Refusal("wrong-code");
    const proven = proof.code !== undefined || proof.secondFactor === true;
    const { sessionHours } = await readSettings(tx);
    const sessionId = uuid();
    const expiresAt = new Date(ctx.now.getTime() + sessionHours * 3_600_000);
    await tx.session.create({
      data: {
        id: sessionId,
        userId: user.id,
        createdAt: ctx.now,
        lastSeenAt: ctx.now,
        expiresAt,
        secondFactorAt: proven ? ctx.now : null,
        device: client.device.slice(0, DEVICE_LIMIT),
      },
    });
    audit("account.signed-in", { userId: user.id, sessionId, by: proof.by, secondFactor: proven });
    return { sessionId, userId: user.id, name: user.name, expiresAt };
  });
}
