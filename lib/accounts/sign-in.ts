import type { z } from "zod";
import type { SignInInput } from "@/lib/contract/inputs";
import { change } from "@/lib/core/change";
import { config } from "@/lib/core/config";
import type { Context } from "@/lib/core/context";
import { Refusal } from "@/lib/core/errors";
import type { User } from "@/prisma/generated/client";
import type { Client } from "./client";
import { openSession, type SignedIn } from "./open-session";
import { verifyPassword } from "./password-hash";
import { claimAttempt, forgetFailures, takeBackAttempt } from "./slow-down";

/**
 * E-mail and password, then the second factor where there is one. Unknown, wrong and deactivated take the same steps, one Argon2id
 * verification included, and get the same words.
 * @throws Refusal wrong-credentials | second-factor-required | wrong-code | too-many (with retryAfterSeconds)
 */
export async function signIn(ctx: Context, input: z.output<typeof SignInInput>, client: Client): Promise<SignedIn> {
  const email = input.email.trim().toLowerCase();
  const code = input.code?.trim() || undefined;
  await claimAttempt(ctx, { address: client.address, email });
  const user = await findUsable(ctx, email);
  const right = await verifyPassword(user.passwordHash, input.password);
  if (!right) return refuse(ctx, "wrong-credentials", user.id);
  if (user.totpConfirmedAt !== null) {
    if (code === undefined) {
      // Half-way is no failure: the same person comes back with the code.
      await takeBackAttempt(ctx, { address: client.address, email });
      throw new Refusal("second-factor-required");
    }
    await claimAttempt(ctx, { code: user.id });
  }
  try {
    const proof = user.totpConfirmedAt === null ? {} : { code };
    return await change(ctx, async (work) => {
      const signedIn = await openSession(
        work.ctx,
        { userId: user.id, passwordHash: user.passwordHash },
        { by: "password", ...proof },
        client,
      );
      await forgetFailures(work.ctx, { email, code: signedIn.userId });
      await takeBackAttempt(work.ctx, { address: client.address });
      return signedIn;
    });
  } catch (error) {
    if (error instanceof Refusal) return refuse(ctx, error.code, user.id);
    throw error;
  }
}

type Found = Pick<User, "id" | "passwordHash" | "totpConfirmedAt">;
const NOBODY = { id: "", passwordHash: null, totpConfirmedAt: null } satisfies Found;

/** The account, or nobody's: deactivated, and in production a demonstration account, are as good as unknown. */
async function findUsable(ctx: Context, email: string): Promise<Found> {
  const user = await ctx.db.user.findUnique({ where: { email } });
  if (user === null || user.deactivatedAt !== null || (user.demo && !config().demo)) return { ...NOBODY, id: user?.id ?? "" };
  return user;
}

async function refuse(ctx: Context, code: Refusal["code"], userId: string): Promise<never> {
  // The same write whether there is an account or not.
  await change({ ...ctx, change: undefined }, async ({ audit }) =>
    audit("account.sign-in-refused", { userId: userId || null, why: code }),
  );
  throw new Refusal(code);
}
