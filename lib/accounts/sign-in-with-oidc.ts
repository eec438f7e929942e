import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { Refusal } from "@/lib/core/errors";
import type { Client } from "./client";
import { openSession, type SignedIn } from "./open-session";

/** What the identity provider vouches for. */
export interface Vouched {
  email: string;
  emailVerified: boolean;
  /** It asked for a second factor itself (`amr` holds `mfa`, RFC 8176). */
  secondFactor: boolean;
}

/**
 * Opens a session for whom an OpenID provider vouches: only people who already have an active account here, by verified e-mail.
 * @throws Refusal wrong-credentials
 */
export async function signInWithOidc(ctx: Context, vouched: Vouched, client: Client): Promise<SignedIn> {
  const email = vouched.email.trim().toLowerCase();
  const user = vouched.emailVerified ? await ctx.db.user.findUnique({ where: { email } }) : null;
  if (user === null || user.deactivatedAt !== null || user.demo) {
    await change(ctx, async ({ audit }) =>
      audit("account.sign-in-refused", { userId: user?.id ?? null, why: "wrong-credentials" }),
    );
    throw new Refusal("wrong-credentials");
  }
  const known = { userId: user.id, passwordHash: null };
  return openSession(ctx, known, { by: "oidc", secondFactor: vouched.secondFactor }, client);
}
