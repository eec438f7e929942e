import type { AuthOptions, Profile, User } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { v7 as uuid } from "uuid";
import { sessionActor } from "@/lib/accounts/load-session";
import { revokeSession } from "@/lib/accounts/revoke-session";
import { signIn } from "@/lib/accounts/sign-in";
import { signInWithOidc } from "@/lib/accounts/sign-in-with-oidc";
import type { Client } from "@/lib/accounts/client";
import { SignInInput } from "@/lib/contract/inputs";
import type { Problem } from "@/lib/contract/refusals";
import { now } from "@/lib/core/clock";
import { config } from "@/lib/core/config";
import { contextFor } from "@/lib/core/context";
import { log } from "@/lib/core/log";
import { means } from "@/lib/core/means";
import { problemOf } from "./refusal";
import { safeNext } from "./safe-next";
import { authSecret, secureCookies, TOKEN_SECONDS } from "./session-cookie";

const SIGN_IN = "/sign-in";
const nobody = () => contextFor(means(), { kind: "nobody" }, now());

interface OidcProfile extends Profile {
  email?: string;
  email_verified?: boolean;
  amr?: string[];
}

/**
 * next-auth for one request: whatever way somebody signs in, a session row is opened first and the token carries its id.
 * @param refused hears why a sign-in was refused, for the answer's status
 */
export function authOptions(client: Client, refused: (problem: Problem) => void): AuthOptions {
  const { oidc } = config();
  return {
    secret: authSecret(),
    useSecureCookies: secureCookies(),
    session: { strategy: "jwt", maxAge: TOKEN_SECONDS },
    pages: { signIn: SIGN_IN, signOut: SIGN_IN, error: SIGN_IN },
    logger: {
      error: (code) => log.warn({ code }, "next-auth"),
      warn: () => undefined,
      debug: () => undefined,
    },
    providers: [credentials(client, refused), ...(oidc ? [openId(oidc)] : [])],
    callbacks: {
      signIn: async ({ user, account, profile }) => account?.provider !== "oidc" || vouched(user, profile as OidcProfile, client),
      // Only at sign-in is there a user; otherwise the token stays as it is.
      jwt: ({ token, user }) => (user ? { sid: user.sid, uid: user.id } : { sid: token.sid, uid: token.uid }),
      session: async ({ token, session }) => {
        const actor = typeof token.sid === "string" ? await sessionActor(means(), token.sid, now()) : null;
        return actor ? { expires: session.expires, user: { name: actor.name } } : { expires: new Date(0).toISOString() };
      },
      redirect: ({ url, baseUrl }) => baseUrl + safeNext(url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url),
    },
    events: {
      signOut: async ({ token }) => {
        const actor = typeof token.sid === "string" ? await sessionActor(means(), token.sid, now()) : null;
        if (actor) await revokeSession(contextFor(means(), actor, now()), { sessionId: actor.sessionId });
      },
    },
  };
}

function credentials(client: Client, refused: (problem: Problem) => void) {
  return CredentialsProvider({
    credentials: { email: { type: "email" }, password: { type: "password" }, code: {} },
    authorize: async (given): Promise<User> => {
      try {
        const { sessionId, userId, name } = await signIn(nobody(), SignInInput.parse(given ?? {}), client);
        return { id: userId, sid: sessionId, name };
      } catch (error) {
        const problem = problemOf(error, uuid());
        refused(problem);
        // next-auth writes this into an address: a code, never the error's own words.
        throw new Error(problem.code);
      }
    },
  });
}

function openId(oidc: { issuer: string; clientId: string; clientSecret: string; name: string }): OAuthConfig<OidcProfile> {
  return {
    id: "oidc",
    name: oidc.name,
    type: "oauth",
    wellKnown: `${oidc.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId: oidc.clientId,
    clientSecret: oidc.clientSecret,
    authorization: { params: { scope: "openid email profile" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    profile: (profile) => ({ id: profile.sub ?? "", email: profile.email }),
  };
}

/** Opens the session for whom the provider vouches; false sends the person back to sign-in. */
async function vouched(user: User, profile: OidcProfile, client: Client): Promise<boolean> {
  try {
    const { email = "", email_verified: emailVerified = false, amr = [] } = profile;
    const signedIn = await signInWithOidc(nobody(), { email, emailVerified, secondFactor: amr.includes("mfa") }, client);
    user.id = signedIn.userId;
    user.sid = signedIn.sessionId;
    return true;
  } catch (error) {
    problemOf(error, uuid());
    return false;
  }
}
