import * as argon2 from "@node-rs/argon2";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { Refusal } from "@/lib/core/errors";
import { openScene, type Scene } from "@/lib/testing/factories";
import {
  audited,
  CLIENT,
  codeOf,
  minutes,
  NOBODY,
  PASSWORD,
  person,
  seconds,
  signedIn,
  SYSTEM,
  withSecondFactor,
} from "@/lib/testing/people";
import { deactivate } from "./deactivate";
import { signIn } from "./sign-in";
import { signInWithOidc } from "./sign-in-with-oidc";

// Counted, not replaced: every verification is a real one.
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof argon2>();
  return { ...real, verify: vi.fn(real.verify) };
});

let scene: Scene;
beforeAll(async () => void (scene = await openScene()));
afterAll(async () => scene.close());

let addresses = 0;
/** From an address of its own unless said otherwise, so that tests do not slow each other down. */
const attempt = async (
  input: { email: string; password?: string; code?: string },
  at = minutes(0),
  address = `address ${(addresses += 1)}`,
) => signIn(scene.ctx(NOBODY, at), { password: PASSWORD, ...input }, { ...CLIENT, address });

const refusal = async (outcome: Promise<unknown>) =>
  outcome.then(
    () => "accepted",
    (error: unknown) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );
const wait = async (outcome: Promise<unknown>) =>
  outcome.then(
    () => null,
    (error: unknown) => (error instanceof Refusal ? error.details.retryAfterSeconds : Promise.reject(error)),
  );

describe("sign in", () => {
  it("opens a session, and says who", async () => {
    const { id, email } = await person(scene);
    const signed = await attempt({ email: ` ${email.toUpperCase()} ` });
    expect(signed).toMatchObject({ userId: id, name: "Camille" });
    expect(await scene.db.session.findUnique({ where: { id: signed.sessionId } })).toMatchObject({
      userId: id,
      device: CLIENT.device,
      revokedAt: null,
      secondFactorAt: null,
      expiresAt: minutes(12 * 60),
    });
    expect(await audited(scene, "account.signed-in")).toContainEqual({
      userId: id,
      sessionId: signed.sessionId,
      by: "password",
      secondFactor: false,
    });
  });

  it("says the same, after the same single verification, to unknown, wrong and deactivated", async () => {
    const known = await person(scene);
    const gone = await person(scene);
    await deactivate(scene.ctx(SYSTEM), { userId: gone.id });
    const verify = vi.mocked(argon2.verify);
    for (const input of [
      { email: "nobody@test.example" },
      { email: known.email, password: "not the right phrase" },
      { email: gone.email },
    ]) {
      verify.mockClear();
      const before = await scene.db.auditEntry.count();
      expect(await refusal(attempt(input))).toBe("wrong-credentials");
      expect(verify).toHaveBeenCalledTimes(1);
      expect(await scene.db.auditEntry.count()).toBe(before + 1);
    }
    verify.mockClear();
    await attempt(known);
    expect(verify).toHaveBeenCalledTimes(1);
  });

  it("audits a refusal without what was typed", async () => {
    const { id, email } = await person(scene);
    await refusal(attempt({ email, password: "not the right phrase" }));
    expect(await audited(scene, "account.sign-in-refused")).toContainEqual({ userId: id, why: "wrong-credentials" });
    const rows = await scene.db.$queryRaw<{ text: string }[]>`select audit_entry::text as text from audit_entry`;
    expect(rows.filter(({ text }) => text.includes(email) || text.includes("not the right"))).toEqual([]);
  });

  it("refuses who was deactivated while the password was being verified", async () => {
    const { id, email } = await person(scene);
    vi.mocked(argon2.verify).mockImplementationOnce(async (hash, password) => {
      await deactivate(scene.ctx(SYSTEM), { userId: id });
      const { verify } = await vi.importActual<typeof argon2>("@node-rs/argon2");
      return verify(hash, password);
    });
    expect(await refusal(attempt({ email }))).toBe("wrong-credentials");
    expect(await scene.db.session.count({ where: { userId: id } })).toBe(0);
  });
});

describe("slow-down", () => {
  it("after five failures an account waits, longer each time, and the right password then works", async () => {
    const { email } = await person(scene);
    const wrong = { email, password: "not the right phrase" };
    for (let failure = 1; failure <= 6; failure += 1) expect(await refusal(attempt(wrong))).toBe("wrong-credentials");
    expect(await wait(attempt({ email }))).toBe(2);
    expect(await wait(attempt({ email }, seconds(1)))).toBe(1);
    expect(await refusal(attempt(wrong, seconds(2)))).toBe("wrong-credentials");
    expect(await wait(attempt({ email }, seconds(2)))).toBe(4);
    expect(await refusal(attempt({ email }, seconds(6)))).toBe("accepted");
    // And starts afresh.
    expect(await refusal(attempt(wrong, seconds(6)))).toBe("wrong-credentials");
    expect(await refusal(attempt({ email }, seconds(6)))).toBe("accepted");
  });

  it("never locks: a thousand failures cost a minute", async () => {
    const { email } = await person(scene);
    for (let failure = 1; failure <= 12; failure += 1) {
      await refusal(attempt({ email, password: "not the right phrase" }, minutes(failure * 2)));
    }
    await scene.db.signInDelay.updateMany({ where: { failures: 12 }, data: { failures: 1000 } });
    await refusal(attempt({ email, password: "not the right phrase" }, minutes(26)));
    expect(await wait(attempt({ email }, minutes(26)))).toBe(60);
    expect(await refusal(attempt({ email }, minutes(27)))).toBe("accepted");
  });

  it("an unknown account waits as a known one does", async () => {
    const wrong = { email: "stranger@test.example", password: "not the right phrase" };
    for (let failure = 1; failure <= 6; failure += 1) await refusal(attempt(wrong));
    expect(await wait(attempt(wrong))).toBe(2);
  });

  it("guesses all at once pass no more than guesses one by one", async () => {
    const { email } = await person(scene);
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, async () => refusal(attempt({ email, password: "not the right phrase" }))),
    );
    expect(outcomes.filter((code) => code === "wrong-credentials")).toHaveLength(6);
    expect(outcomes.filter((code) => code === "too-many")).toHaveLength(6);
  });

  it("one address that tries many accounts is slowed down; right passwords from it do not count", async () => {
    const { email } = await person(scene);
    for (let time = 1; time <= 3; time += 1) await attempt({ email }, minutes(0), "office");
    await attempt({ email: "first@test.example" }, minutes(0), "office").catch(() => undefined);
    expect(
      await scene.db.signInDelay.findUnique({ where: { key: scene.vault.lookup("attempt:address", "office") } }),
    ).toMatchObject({
      failures: 1,
    });
    await scene.db.signInDelay.updateMany({
      where: { key: scene.vault.lookup("attempt:address", "office") },
      data: { failures: 104 },
    });
    expect(await refusal(attempt({ email: "other@test.example" }, minutes(0), "office"))).toBe("wrong-credentials");
    expect(await wait(attempt({ email }, minutes(0), "office"))).toBe(16);
    expect(await refusal(attempt({ email }, minutes(0), "home"))).toBe("accepted");
  });

  it("keeps no e-mail and no address", async () => {
    await refusal(attempt({ email: "traceless@test.example" }, minutes(0), "203.0.113.9"));
    const rows = await scene.db.signInDelay.findMany();
    expect(rows.map((row) => Buffer.from(row.key).toString()).join()).not.toMatch(/traceless|203\.0/);
  });
});

describe("second factor at sign-in", () => {
  it("asks for the code once the password is right, and that is no failure", async () => {
    const { id, email } = await person(scene);
    const { secret } = await withSecondFactor(scene, await signedIn(scene, email));
    for (let time = 1; time <= 20; time += 1) expect(await refusal(attempt({ email }))).toBe("second-factor-required");
    const signed = await attempt({ email, code: await codeOf(secret, minutes(1)) }, minutes(1));
    expect(await scene.db.session.findUnique({ where: { id: signed.sessionId } })).toMatchObject({
      userId: id,
      secondFactorAt: minutes(1),
    });
  });

  it("a wrong password with a right code stays a wrong password", async () => {
    const { email } = await person(scene);
    const { secret } = await withSecondFactor(scene, await signedIn(scene, email));
    const code = await codeOf(secret, minutes(1));
    expect(await refusal(attempt({ email, password: "not the right phrase", code }, minutes(1)))).toBe("wrong-credentials");
  });

  it("never accepts a used step again; of two at once, one wins", async () => {
    const { id, email } = await person(scene);
    const { secret } = await withSecondFactor(scene, await signedIn(scene, email));
    const code = await codeOf(secret, minutes(1));
    const both = await Promise.all([1, 2].map(async () => refusal(attempt({ email, code }, minutes(1)))));
    expect(both.sort()).toEqual(["accepted", "wrong-code"]);
    expect(await refusal(attempt({ email, code }, minutes(1)))).toBe("wrong-code");
    expect(await scene.db.session.count({ where: { userId: id, createdAt: minutes(1) } })).toBe(1);
    expect(await refusal(attempt({ email, code: await codeOf(secret, minutes(2)) }, minutes(2)))).toBe("accepted");
  });

  it("accepts each recovery code once, however it is typed; of two at once, one wins", async () => {
    const { email } = await person(scene);
    const { recoveryCodes } = await withSecondFactor(scene, await signedIn(scene, email));
    const [first, second] = recoveryCodes;
    const both = await Promise.all([1, 2].map(async () => refusal(attempt({ email, code: first }, minutes(1)))));
    expect(both.sort()).toEqual(["accepted", "wrong-code"]);
    expect(await refusal(attempt({ email, code: second!.toLowerCase().replaceAll("-", " ") }, minutes(1)))).toBe("accepted");
    expect(await refusal(attempt({ email, code: second }, minutes(1)))).toBe("wrong-code");
  });

  it("slows guessing of codes down by the account, from wherever", async () => {
    const { id, email } = await person(scene);
    const { secret } = await withSecondFactor(scene, await signedIn(scene, email));
    for (let guess = 1; guess <= 6; guess += 1)
      expect(await refusal(attempt({ email, code: "000000" }, minutes(guess)))).toBe("wrong-code");
    const { freeAt } = await scene.db.signInDelay.findUniqueOrThrow({ where: { key: scene.vault.lookup("attempt:code", id) } });
    expect(freeAt).toEqual(seconds(5, minutes(6)));
    const later = minutes(7);
    expect(await refusal(attempt({ email, code: await codeOf(secret, later) }, later))).toBe("accepted");
  });
});

describe("sign in with an identity provider", () => {
  const oidc = async (vouched: Partial<Parameters<typeof signInWithOidc>[1]>) =>
    signInWithOidc(scene.ctx(NOBODY), { email: "", emailVerified: true, secondFactor: false, ...vouched }, CLIENT);

  it("opens a session for an active account with that verified e-mail", async () => {
    const { id, email } = await person(scene);
    const signed = await oidc({ email: email.toUpperCase(), secondFactor: true });
    expect(await scene.db.session.findUnique({ where: { id: signed.sessionId } })).toMatchObject({
      userId: id,
      secondFactorAt: minutes(0),
    });
  });

  it("refuses an unverified e-mail, an unknown one, and somebody deactivated", async () => {
    const { id, email } = await person(scene);
    expect(await refusal(oidc({ email, emailVerified: false }))).toBe("wrong-credentials");
    expect(await refusal(oidc({ email: "stranger@test.example" }))).toBe("wrong-credentials");
    await deactivate(scene.ctx(SYSTEM), { userId: id });
    expect(await refusal(oidc({ email }))).toBe("wrong-credentials");
    expect(await audited(scene, "account.sign-in-refused")).toContainEqual({ userId: id, why: "wrong-credentials" });
  });
});
