"use server";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { v7 as uuid } from "uuid";
import { clientOf } from "@/app/_doors/client";
import { problemOf } from "@/app/_doors/refusal";
import { safeNext } from "@/app/_doors/safe-next";
import { sessionCookie } from "@/app/_doors/session-cookie";
import type { SignInState } from "@/components/accounts/sign-in-state";
import { signIn } from "@/lib/accounts/sign-in";
import { SignInInput } from "@/lib/contract/inputs";
import { now } from "@/lib/core/clock";
import { contextFor } from "@/lib/core/context";
import { means } from "@/lib/core/means";

/** Public: the way in. A form that works without scripts; Next itself refuses one posted from another origin. */
export async function signInAction(before: SignInState, form: FormData): Promise<SignInState> {
  const requestId = uuid();
  const text = (name: string) => String(form.get(name) ?? "");
  const email = text("email");
  try {
    const input = SignInInput.parse({ email, password: text("password"), code: text("code") || undefined });
    const header = await headers();
    const at = now();
    const ctx = contextFor(means(), { kind: "nobody" }, at, requestId);
    const { sessionId, userId, expiresAt } = await signIn(
      ctx,
      input,
      clientOf((name) => header.get(name)),
    );
    const seconds = Math.ceil((expiresAt.getTime() - at.getTime()) / 1000);
    (await cookies()).set(await sessionCookie({ sid: sessionId, uid: userId }, seconds));
  } catch (error) {
    const { code, details } = problemOf(error, requestId);
    const halfWay = code === "second-factor-required" || code === "wrong-code" || (code === "too-many" && before.step === "code");
    return {
      attempt: before.attempt + 1,
      step: halfWay ? "code" : "password",
      email: email.slice(0, 254),
      problem: { code, requestId, details },
    };
  }
  redirect(safeNext(form.get("next")));
}
