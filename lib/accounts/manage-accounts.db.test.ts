import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CreateUserInput } from "@/lib/contract/inputs";
import type { Role } from "@/lib/contract/roles";
import { openScene, type Scene } from "@/lib/testing/factories";
import { audited, emitted, minutes, PASSWORD, person, signedIn, SYSTEM } from "@/lib/testing/people";
import { changeRoles } from "./change-roles";
import { changeWork } from "./change-work";
import { createUser } from "./create-user";
import { deactivate } from "./deactivate";
import { listDemoAccounts } from "./list-demo-accounts";
import { listUsers } from "./list-users";
import { sessionActor } from "./load-session";
import { reactivate } from "./reactivate";
import { refuseDemoAccounts } from "./refuse-demo-accounts";

let scene: Scene;
beforeAll(async () => void (scene = await openScene()));
afterAll(async () => scene.close());
// Whatever a test before left: "the last administrator" is counted over the whole house.
beforeEach(async () => void (await scene.db.user.updateMany({ data: { deactivatedAt: minutes(-1) } })));

const user = async (id: string) => scene.db.user.findUniqueOrThrow({ where: { id } });
const alive = async ({ sessionId }: { sessionId: string }) => (await sessionActor(scene, sessionId, minutes(0), true)) !== null;
const input = (email: string, roles: Role[] = ["listener"]) =>
  CreateUserInput.parse({ email, name: "Noa", roles, password: PASSWORD });

describe("creating an account", () => {
  it("stores a person, and no password", async () => {
    const administrator = await scene.staff({ roles: ["administrator"] });
    const { id } = await createUser(scene.ctx(administrator), input("Noa@Test.Example", ["listener", "jurist"]));
    const stored = await user(id);
    expect(stored).toMatchObject({
      email: "noa@test.example",
      roles: ["listener", "jurist"],
      languages: ["fr"],
      capacity: 3,
      demo: false,
    });
    expect(stored.passwordHash).toMatch(/^\$argon2id\$/);
    expect(await audited(scene, "account.created")).toContainEqual({
      userId: id,
      roles: ["listener", "jurist"],
      skills: [],
      demo: false,
    });
  });

  it("takes an e-mail once, of two at once too", async () => {
    const both = await Promise.allSettled([1, 2].map(async () => createUser(scene.ctx(SYSTEM), input("twice@test.example"))));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(createUser(scene.ctx(SYSTEM), input("TWICE@test.example"))).rejects.toMatchObject({ code: "email-taken" });
  });

  it("is for administrators", async () => {
    for (const roles of [["supervisor"], ["planner"], ["listener"]] satisfies Role[][])
      await expect(createUser(scene.ctx(await scene.staff({ roles })), input(`${uuid()}@test.example`))).rejects.toMatchObject({
        code: "not-found",
      });
    const half = { ...(await scene.staff({ roles: ["administrator"] })), secondFactorMissing: true };
    await expect(createUser(scene.ctx(half), input("half@test.example"))).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("listing accounts", () => {
  it("shows administrators everybody, without secrets, active ones first", async () => {
    const administrator = await scene.staff({ roles: ["administrator"], name: "Alix" });
    const { id, email } = await person(scene, ["listener"], "Zoé");
    await signedIn(scene, email);
    const list = await listUsers(scene.ctx(administrator));
    expect(list.slice(0, 2).map(({ name }) => name)).toEqual(["Alix", "Zoé"]);
    expect(list[1]).toMatchObject({ id, email, secondFactor: false, deactivatedAt: null, lastSeenAt: minutes(0).toISOString() });
    expect(JSON.stringify(list)).not.toMatch(/argon2|password/i);
    await expect(listUsers(scene.ctx(await scene.staff({ roles: ["supervisor"] })))).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("changing roles", () => {
  it("changes rights at once: the sessions end, the desk and the routing hear", async () => {
    const administrator = await scene.staff({ roles: ["administrator"] });
    const { id, email } = await person(scene);
    await scene.db.presence.create({ data: { userId: id, since: minutes(0), version: 4 } });
    const session = await signedIn(scene, email);
    await changeRoles(scene.ctx(administrator), { userId: id, roles: ["supervisor", "supervisor"], skills: ["legal"] });
    expect(await user(id)).toMatchObject({ roles: ["supervisor"], skills: ["legal"] });
    expect(await alive(session)).toBe(false);
    expect(await emitted(scene, "session.revoked")).toContainEqual({
      rooms: [`session:${session.sessionId}`],
      event: { type: "session.revoked", sessionId: session.sessionId },
    });
    expect(await emitted(scene, "colleague.changed")).toContainEqual({
      rooms: ["desk"],
      event: { type: "colleague.changed", userId: id, version: 5 },
    });
    expect(scene.jobs.at(-1)).toMatchObject({ name: "routing.assign-next" });
    expect(await audited(scene, "account.roles-changed")).toContainEqual({
      userId: id,
      roles: ["supervisor"],
      skills: ["legal"],
      rolesBefore: ["listener"],
      skillsBefore: ["listening"],
    });
  });

  it("leaves the session open when only a skill changes, and does nothing when nothing does", async () => {
    const { id, email } = await person(scene);
    const session = await signedIn(scene, email);
    await changeRoles(scene.ctx(SYSTEM), { userId: id, roles: ["listener"], skills: ["listening", "legal"] });
    expect(await alive(session)).toBe(true);
    const before = await scene.db.auditEntry.count();
    await changeRoles(scene.ctx(SYSTEM), { userId: id, roles: ["listener"], skills: ["legal", "listening"] });
    expect(await scene.db.auditEntry.count()).toBe(before);
  });

  it("is refused to others, and about nobody", async () => {
    const { id, email } = await person(scene);
    const change = { userId: id, roles: ["administrator"] as Role[], skills: [] };
    await expect(changeRoles(scene.ctx(await signedIn(scene, email)), change)).rejects.toMatchObject({ code: "not-found" });
    await expect(changeRoles(scene.ctx(SYSTEM), { ...change, userId: uuid() })).rejects.toMatchObject({ code: "not-found" });
  });

  it("keeps the last administrator; of two who demote each other at once, one stays", async () => {
    const [one, other] = [await scene.staff({ roles: ["administrator"] }), await scene.staff({ roles: ["administrator"] })];
    const demote = async (by: typeof one, whom: typeof one) =>
      changeRoles(scene.ctx(by), { userId: whom.id, roles: ["listener"], skills: [] });
    const both = await Promise.allSettled([demote(one, other), demote(other, one)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [last] = await scene.db.user.findMany({ where: { deactivatedAt: null, roles: { has: "administrator" } } });
    await expect(changeRoles(scene.ctx(SYSTEM), { userId: last!.id, roles: ["listener"], skills: [] })).rejects.toMatchObject({
      code: "last-administrator",
    });
    await changeRoles(scene.ctx(SYSTEM), { userId: last!.id, roles: ["administrator", "planner"], skills: [] });
  });
});

describe("changing name, languages, capacity", () => {
  it("ends no session, and the routing looks for room at once", async () => {
    const { id, email } = await person(scene);
    const session = await signedIn(scene, email);
    await changeWork(scene.ctx(SYSTEM), { userId: id, name: "Sacha", languages: ["fr", "en"], capacity: 5 });
    expect(await user(id)).toMatchObject({ name: "Sacha", languages: ["fr", "en"], capacity: 5 });
    expect(await alive(session)).toBe(true);
    expect(scene.jobs.at(-1)).toMatchObject({ name: "routing.assign-next" });
    expect(await audited(scene, "account.work-changed")).toEqual([{ userId: id, languages: ["fr", "en"], capacity: 5 }]);
    await expect(
      changeWork(scene.ctx(session), { userId: id, name: "Sacha", languages: ["fr"], capacity: 9 }),
    ).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("deactivating and coming back", () => {
  it("ends every session, and again changes nothing; coming back opens the door again", async () => {
    const { id, email } = await person(scene);
    await scene.db.presence.create({ data: { userId: id, since: minutes(0), present: true } });
    const session = await signedIn(scene, email);
    await Promise.all([1, 2].map(async () => deactivate(scene.ctx(SYSTEM), { userId: id })));
    expect(await alive(session)).toBe(false);
    expect((await user(id)).deactivatedAt).toEqual(minutes(0));
    expect(await audited(scene, "account.deactivated")).toEqual([{ userId: id }]);
    expect(await scene.db.presence.findUnique({ where: { userId: id } })).toMatchObject({ present: false });
    expect(scene.jobs.at(-1)).toMatchObject({ name: "routing.withdraw-offers", payload: { userId: id } });
    await Promise.all([1, 2].map(async () => reactivate(scene.ctx(SYSTEM), { userId: id })));
    expect(await alive(session)).toBe(false);
    await expect(signedIn(scene, email)).resolves.toMatchObject({ id });
    expect(await audited(scene, "account.reactivated")).toEqual([{ userId: id }]);
  });

  it("is refused to others", async () => {
    const { id, email } = await person(scene);
    const themselves = await signedIn(scene, email);
    for (const verb of [deactivate, reactivate])
      await expect(verb(scene.ctx(themselves), { userId: id })).rejects.toMatchObject({ code: "not-found" });
  });

  it("keeps the last administrator; of two who deactivate each other at once, one stays", async () => {
    const [one, other] = [await scene.staff({ roles: ["administrator"] }), await scene.staff({ roles: ["administrator"] })];
    const both = await Promise.allSettled([
      deactivate(scene.ctx(one), { userId: other.id }),
      deactivate(scene.ctx(other), { userId: one.id }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("demonstration accounts in production", () => {
  it("cannot be made, cannot come back, and those of a copied database are deactivated", async () => {
    const { id } = await createUser(scene.ctx(SYSTEM), input("ecoutant@demo.3018.example"), { demo: true });
    const session = await signedIn(scene, "ecoutant@demo.3018.example");
    expect(await sessionActor(scene, session.sessionId, minutes(0), false)).toBeNull();
    expect(await listDemoAccounts(scene, true)).toEqual([
      { email: "ecoutant@demo.3018.example", name: "Noa", roles: ["listener"] },
    ]);
    expect(await listDemoAccounts(scene, false)).toEqual([]);
    expect(await refuseDemoAccounts(scene.ctx(SYSTEM), true)).toEqual([]);
    expect(await alive(session)).toBe(true);
    expect(await refuseDemoAccounts(scene.ctx(SYSTEM), false)).toEqual([id]);
    expect(await alive(session)).toBe(false);
    expect(await refuseDemoAccounts(scene.ctx(SYSTEM), false)).toEqual([]);
    await expect(reactivate(scene.ctx(SYSTEM), { userId: id }, false)).rejects.toMatchObject({ code: "wrong-state" });
    expect(await audited(scene, "account.deactivated")).toContainEqual({ userId: id, demo: true });
    await expect(refuseDemoAccounts(scene.ctx(await scene.staff()), false)).rejects.toMatchObject({ code: "forbidden" });
  });
});
