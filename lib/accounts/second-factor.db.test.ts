import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openScene, type Scene } from "@/lib/testing/factories";
import {
  audited,
  CLIENT,
  codeOf,
  minutes,
  NOBODY,
  PASSWORD,
  person,
  signedIn,
  SYSTEM,
  withSecondFactor,
} from "@/lib/testing/people";
import { confirmSecondFactor } from "./confirm-second-factor";
import { disableSecondFactor } from "./disable-second-factor";
import { enrolSecondFactor } from "./enrol-second-factor";
import { sessionActor } from "./load-session";
import { proveSecondFactor } from "./prove-second-factor";
import { resetSecondFactor } from "./reset-second-factor";
import { signIn } from "./sign-in";

let scene: Scene;
beforeAll(async () => void (scene = await openScene()));
afterAll(async () => scene.close());

const user = async (id: string) => scene.db.user.findUniqueOrThrow({ where: { id }, include: { recoveryCodes: true } });

describe("enrolling", () => {
  it("counts from the first right code on, and shows ten recovery codes once", async () => {
    const { id, email } = await person(scene);
    const actor = await signedIn(scene, email);
    const { secret, uri } = await enrolSecondFactor(scene.ctx(actor));
    expect(uri).toContain(secret);
    await expect(signIn(scene.ctx(NOBODY), { email, password: PASSWORD }, CLIENT)).resolves.toBeDefined();
    await expect(confirmSecondFactor(scene.ctx(actor), { code: "000000" })).rejects.toMatchObject({ code: "wrong-code" });
    const { recoveryCodes } = await confirmSecondFactor(scene.ctx(actor), { code: await codeOf(secret, minutes(0)) });
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(recoveryCodes.every((code) => /^[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){2}$/.test(code))).toBe(true);
    await expect(signIn(scene.ctx(NOBODY), { email, password: PASSWORD }, CLIENT)).rejects.toMatchObject({
      code: "second-factor-required",
    });
    expect(await audited(scene, "account.second-factor-confirmed")).toEqual([{ userId: id }]);
  });

  it("stores neither secret nor codes in the clear", async () => {
    const { id, email } = await person(scene);
    const { secret, recoveryCodes } = await withSecondFactor(scene, await signedIn(scene, email));
    const { totpSecret, recoveryCodes: stored } = await user(id);
    expect(Buffer.from(totpSecret!).toString("latin1")).not.toContain(secret);
    expect(stored.some(({ hash }) => recoveryCodes.includes(hash))).toBe(false);
  });

  it("is refused once confirmed, and a confirmation without an offer too; two at once confirm once", async () => {
    const { email } = await person(scene);
    const actor = await signedIn(scene, email);
    await expect(confirmSecondFactor(scene.ctx(actor), { code: "000000" })).rejects.toMatchObject({ code: "wrong-state" });
    const { secret } = await enrolSecondFactor(scene.ctx(actor));
    const code = await codeOf(secret, minutes(0));
    const both = await Promise.allSettled([1, 2].map(async () => confirmSecondFactor(scene.ctx(actor), { code })));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(enrolSecondFactor(scene.ctx(actor))).rejects.toMatchObject({ code: "wrong-state" });
    await expect(enrolSecondFactor(scene.ctx(SYSTEM))).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("proving it in a session that began without", () => {
  it("makes half a session whole, each code once", async () => {
    const { id, email } = await person(scene);
    const [first, second] = [await signedIn(scene, email), await signedIn(scene, email)];
    const { secret } = await withSecondFactor(scene, first);
    const code = await codeOf(secret, minutes(1));
    await proveSecondFactor(scene.ctx(second, minutes(1)), { code });
    expect((await sessionActor(scene, second.sessionId, minutes(1), true))?.secondFactorMissing).toBe(false);
    await expect(proveSecondFactor(scene.ctx(second, minutes(1)), { code })).rejects.toMatchObject({ code: "wrong-code" });
    expect(await audited(scene, "account.second-factor-proven")).toEqual([{ userId: id, sessionId: second.sessionId }]);
  });

  it("is refused where there is none, and slows guesses down", async () => {
    const { email } = await person(scene);
    const actor = await signedIn(scene, email);
    await expect(proveSecondFactor(scene.ctx(actor), { code: "000000" })).rejects.toMatchObject({ code: "wrong-state" });
    await withSecondFactor(scene, actor);
    const guess = async () => proveSecondFactor(scene.ctx(actor, minutes(1)), { code: "000000" });
    for (let time = 2; time <= 6; time += 1) await expect(guess()).rejects.toMatchObject({ code: "wrong-code" });
    await expect(guess()).rejects.toMatchObject({ code: "too-many" });
  });
});

describe("doing without", () => {
  it("takes one more code, once", async () => {
    const { id, email } = await person(scene);
    const actor = await signedIn(scene, email);
    const { secret } = await withSecondFactor(scene, actor);
    await expect(disableSecondFactor(scene.ctx(actor, minutes(1)), { code: "000000" })).rejects.toMatchObject({
      code: "wrong-code",
    });
    const code = await codeOf(secret, minutes(1));
    const both = await Promise.allSettled([1, 2].map(async () => disableSecondFactor(scene.ctx(actor, minutes(1)), { code })));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await user(id)).toMatchObject({ totpSecret: null, totpConfirmedAt: null, recoveryCodes: [] });
    expect(await audited(scene, "account.second-factor-disabled")).toEqual([{ userId: id }]);
  });

  it("is refused where it is required", async () => {
    const { email } = await person(scene, ["supervisor"]);
    const actor = await signedIn(scene, email);
    const { secret } = await withSecondFactor(scene, actor);
    const code = await codeOf(secret, minutes(1));
    await expect(disableSecondFactor(scene.ctx(actor, minutes(1)), { code }, false)).rejects.toMatchObject({
      code: "second-factor-required",
    });
  });

  it("a lost phone is an administrator's to forget; every session ends", async () => {
    const { id, email } = await person(scene);
    const actor = await signedIn(scene, email);
    await withSecondFactor(scene, actor);
    await expect(resetSecondFactor(scene.ctx(await scene.staff()), { userId: id })).rejects.toMatchObject({ code: "not-found" });
    await resetSecondFactor(scene.ctx(await scene.staff({ roles: ["administrator"] })), { userId: id });
    expect(await user(id)).toMatchObject({ totpSecret: null, totpConfirmedAt: null, recoveryCodes: [] });
    expect(await sessionActor(scene, actor.sessionId, minutes(0), true)).toBeNull();
    expect(await audited(scene, "account.second-factor-reset")).toEqual([{ userId: id, ended: 1 }]);
  });
});
