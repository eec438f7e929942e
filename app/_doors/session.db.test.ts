import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { revokeSession } from "@/lib/accounts/revoke-session";
import { openScene, type Scene } from "@/lib/testing/factories";
import { person, signedIn } from "@/lib/testing/people";
import { actorFromCookies, currentActor } from "./session";
import { readSessionCookie, sessionCookie } from "./session-cookie";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  vi.stubEnv("NEXTAUTH_SECRET", randomBytes(32).toString("base64url"));
  vi.stubEnv("DEMO_NOW", "2026-11-24T14:00:10.000Z");
  Object.assign(globalThis, { helpdeskMeans: { db: scene.db, vault: scene.vault } });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await scene.close();
});

const headerFor = async (token: { sid: string; uid: string }) => {
  const { name, value } = await sessionCookie(token, 60);
  return `theme=dark; ${name}=${encodeURIComponent(value)}; locale=fr`;
};

describe("the session of a request", () => {
  it("is read from the cookie, in a request and in a bare header, until it is revoked", async () => {
    const { id, email } = await person(scene);
    const actor = await signedIn(scene, email);
    const cookie = await headerFor({ sid: actor.sessionId, uid: id });
    expect(await currentActor(new Request("http://x.invalid", { headers: { cookie } }))).toEqual(actor);
    expect(await actorFromCookies(cookie)).toEqual(actor);
    await revokeSession(scene.ctx(actor), actor);
    expect(await actorFromCookies(cookie)).toBeNull();
  });

  it("is nobody's without a cookie, with a forged one, or with somebody else's id in it", async () => {
    const { email } = await person(scene);
    const actor = await signedIn(scene, email);
    const other = await person(scene);
    expect(await actorFromCookies(null)).toBeNull();
    expect(await actorFromCookies("")).toBeNull();
    expect(await actorFromCookies("next-auth.session-token=forged")).toBeNull();
    expect(await actorFromCookies("next-auth.session-token=%E0%A4%A")).toBeNull();
    expect(await actorFromCookies(await headerFor({ sid: actor.sessionId, uid: other.id }))).toBeNull();
    expect(await actorFromCookies(await headerFor({ sid: "' or true --", uid: actor.id }))).toBeNull();
  });

  it("is carried by a cookie that scripts cannot read and other sites cannot send", async () => {
    const cookie = await sessionCookie({ sid: crypto.randomUUID(), uid: crypto.randomUUID() }, 60);
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "lax", path: "/", secure: false });
    expect((await readSessionCookie(`${cookie.name}=${cookie.value}`))?.sid).toMatch(/-/);
  });
});
