import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openScene, type Scene } from "@/lib/testing/factories";
import { audited, CLIENT, minutes, NOBODY, PASSWORD, person, seconds, signedIn, SYSTEM } from "@/lib/testing/people";
import { changePassword } from "./change-password";
import { sessionActor } from "./load-session";
import { resetPassword } from "./reset-password";
import { signIn } from "./sign-in";

const NEXT = "encore une autre phrase";
let scene: Scene;
beforeAll(async () => void (scene = await openScene()));
afterAll(async () => scene.close());

const alive = async ({ sessionId }: { sessionId: string }) => (await sessionActor(scene, sessionId, minutes(0), true)) !== null;
const signInWith = async (email: string, password: string) => signIn(scene.ctx(NOBODY), { email, password }, CLIENT);

describe("changing one's password", () => {
  it("asks for the current one, and ends every other session", async () => {
    const { id, email } = await person(scene);
    const [here, there] = [await signedIn(scene, email), await signedIn(scene, email)];
    await changePassword(scene.ctx(here), { current: PASSWORD, next: NEXT });
    expect([await alive(here), await alive(there)]).toEqual([true, false]);
    await expect(signInWith(email, PASSWORD)).rejects.toMatchObject({ code: "wrong-credentials" });
    await expect(signInWith(email, NEXT)).resolves.toMatchObject({ userId: id });
    expect(await audited(scene, "account.password-changed")).toEqual([{ userId: id, ended: 1 }]);
  });

  it("refuses a wrong current one, more slowly each time, and changes nothing", async () => {
    const { email } = await person(scene);
    const here = await signedIn(scene, email);
    const guess = async () => changePassword(scene.ctx(here), { current: "not the right phrase", next: NEXT });
    for (let time = 1; time <= 6; time += 1) await expect(guess()).rejects.toMatchObject({ code: "wrong-credentials" });
    await expect(guess()).rejects.toMatchObject({ code: "too-many", details: { retryAfterSeconds: 2 } });
    await expect(signInWith(email, PASSWORD)).resolves.toBeDefined();
    await changePassword(scene.ctx(here, seconds(2)), { current: PASSWORD, next: NEXT });
  });

  it("two at once: one wins, the other no longer knows the current one", async () => {
    const { email } = await person(scene);
    const here = await signedIn(scene, email);
    const outcomes = await Promise.allSettled(
      [NEXT, `${NEXT} encore`].map(async (next) => changePassword(scene.ctx(here), { current: PASSWORD, next })),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("is for people who work here", async () => {
    await expect(changePassword(scene.ctx(SYSTEM), { current: PASSWORD, next: NEXT })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("resetting a password", () => {
  it("is an administrator's, ends every session and every wait", async () => {
    const { id, email } = await person(scene);
    const session = await signedIn(scene, email);
    for (let time = 1; time <= 6; time += 1) await signInWith(email, "not the right phrase").catch(() => undefined);
    await resetPassword(scene.ctx(await scene.staff({ roles: ["administrator"] })), { userId: id, password: NEXT });
    expect(await alive(session)).toBe(false);
    await expect(signInWith(email, NEXT)).resolves.toMatchObject({ userId: id });
    expect(await audited(scene, "account.password-reset")).toEqual([{ userId: id, ended: 1 }]);
  });

  it("is nobody else's: not even whether there is such an account is told", async () => {
    const { id, email } = await person(scene);
    const themselves = await signedIn(scene, email);
    for (const actor of [themselves, await scene.staff({ roles: ["supervisor"] })])
      await expect(resetPassword(scene.ctx(actor), { userId: id, password: NEXT })).rejects.toMatchObject({ code: "not-found" });
    await expect(resetPassword(scene.ctx(SYSTEM), { userId: uuid(), password: NEXT })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await alive(themselves)).toBe(true);
  });
});
