import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NotFound } from "@/lib/core/errors";
import { openScene, type Scene } from "@/lib/testing/factories";
import { audited, emitted, minutes, person, seconds, signedIn, SYSTEM, withSecondFactor } from "@/lib/testing/people";
import { deactivate } from "./deactivate";
import { sessionActor } from "./load-session";
import { readOwnAccount } from "./read-own-account";
import { revokeAll } from "./revoke-all";
import { revokeSession } from "./revoke-session";

let scene: Scene;
beforeAll(async () => void (scene = await openScene()));
afterAll(async () => scene.close());

const actorAt = async (sessionId: string, at: Date, demo = true) => sessionActor(scene, sessionId, at, demo);
const lastSeen = async (id: string) => (await scene.db.session.findUniqueOrThrow({ where: { id } })).lastSeenAt;

describe("whose session", () => {
  it("is the person with their rights, in one query", async () => {
    const { id, email } = await person(scene, ["listener", "supervisor"]);
    const { sessionId } = await signedIn(scene, email);
    let queries = 0;
    const counted = scene.db.$extends({
      query: {
        $allOperations: async ({ args, query }) => {
          queries += 1;
          return query(args);
        },
      },
    }) as unknown as Scene["db"];
    expect(await sessionActor({ db: counted, vault: scene.vault }, sessionId, seconds(30), true)).toEqual({
      kind: "staff",
      id,
      name: "Camille",
      roles: ["listener", "supervisor"],
      skills: ["listening"],
      sessionId,
      secondFactorMissing: false,
    });
    expect(queries).toBe(1);
  });

  it("is nobody's when unknown, idle too long, or past its absolute end", async () => {
    const { email } = await person(scene);
    const { sessionId } = await signedIn(scene, email);
    expect(await actorAt(uuid(), minutes(0))).toBeNull();
    expect(await actorAt(sessionId, minutes(120))).not.toBeNull();
    expect(await actorAt(sessionId, minutes(241))).toBeNull();

    const busy = await signedIn(scene, email);
    for (let hour = 1; hour < 12; hour += 1) expect(await actorAt(busy.sessionId, minutes(hour * 60))).not.toBeNull();
    expect(await actorAt(busy.sessionId, minutes(12 * 60))).toBeNull();
  });

  it("obeys the helpline's own idle time", async () => {
    const { email } = await person(scene);
    const { sessionId } = await signedIn(scene, email);
    await scene.db.setting.create({ data: { name: "sessionIdleMinutes", value: 5, changedAt: minutes(0) } });
    expect(await actorAt(sessionId, minutes(6))).toBeNull();
    await scene.db.setting.delete({ where: { name: "sessionIdleMinutes" } });
    expect(await actorAt(sessionId, minutes(6))).not.toBeNull();
  });

  it("is written to once a minute at most", async () => {
    const { email } = await person(scene);
    const { sessionId } = await signedIn(scene, email);
    await actorAt(sessionId, seconds(59));
    expect(await lastSeen(sessionId)).toEqual(minutes(0));
    await Promise.all([60, 61, 62].map(async (at) => actorAt(sessionId, seconds(at))));
    const touched = await lastSeen(sessionId);
    expect(touched.getTime()).toBeGreaterThanOrEqual(minutes(1).getTime());
    await actorAt(sessionId, seconds(90));
    expect(await lastSeen(sessionId)).toEqual(touched);
  });

  it("is not kept alive by what a tab does by itself", async () => {
    const { email } = await person(scene, ["listener"]);
    const { sessionId } = await signedIn(scene, email);
    const seen = await lastSeen(sessionId);
    expect(await sessionActor(scene, sessionId, minutes(30), true, false)).not.toBeNull();
    expect(await lastSeen(sessionId)).toEqual(seen);
    expect(await sessionActor(scene, sessionId, minutes(121), true, false)).toBeNull();
  });

  it("is half a session while a required second factor is missing, outside demonstration", async () => {
    const { email } = await person(scene, ["administrator"]);
    const actor = await signedIn(scene, email);
    expect((await actorAt(actor.sessionId, minutes(0), false))?.secondFactorMissing).toBe(true);
    expect((await actorAt(actor.sessionId, minutes(0), true))?.secondFactorMissing).toBe(false);
    await withSecondFactor(scene, { ...actor, secondFactorMissing: true });
    expect((await actorAt(actor.sessionId, minutes(0), false))?.secondFactorMissing).toBe(false);
  });

  it("is half a session where the person enrolled from another one", async () => {
    const { email } = await person(scene);
    const [first, second] = [await signedIn(scene, email), await signedIn(scene, email)];
    await withSecondFactor(scene, first);
    expect((await actorAt(first.sessionId, minutes(0)))?.secondFactorMissing).toBe(false);
    expect((await actorAt(second.sessionId, minutes(0)))?.secondFactorMissing).toBe(true);
  });

  it("ends with the account", async () => {
    const { id, email } = await person(scene);
    const { sessionId } = await signedIn(scene, email);
    await deactivate(scene.ctx(SYSTEM), { userId: id });
    expect(await actorAt(sessionId, minutes(0))).toBeNull();
  });
});

describe("ending sessions", () => {
  it("ends one's own, tells its sockets, and says so once", async () => {
    const { id, email } = await person(scene);
    const [here, there] = [await signedIn(scene, email), await signedIn(scene, email)];
    await Promise.all([1, 2].map(async () => revokeSession(scene.ctx(here), { sessionId: there.sessionId })));
    expect(await actorAt(there.sessionId, minutes(0))).toBeNull();
    expect(await actorAt(here.sessionId, minutes(0))).not.toBeNull();
    const heard = (await emitted(scene, "session.revoked")).filter(({ rooms }) => rooms.includes(`session:${there.sessionId}`));
    expect(heard).toEqual([
      { rooms: [`session:${there.sessionId}`], event: { type: "session.revoked", sessionId: there.sessionId } },
    ]);
    expect(await emitted(scene, "account.changed")).toContainEqual({
      rooms: [`user:${id}`],
      event: { type: "account.changed", userId: id },
    });
    expect(await audited(scene, "account.session-revoked")).toContainEqual({
      userId: id,
      sessionId: there.sessionId,
      own: false,
    });
  });

  it("signs out here", async () => {
    const { email } = await person(scene);
    const here = await signedIn(scene, email);
    await revokeSession(scene.ctx(here), { sessionId: here.sessionId });
    expect(await scene.db.session.findUnique({ where: { id: here.sessionId } })).toMatchObject({ revokedReason: "signed-out" });
  });

  it("is an administrator's right over anybody, and nobody else's", async () => {
    const { email } = await person(scene);
    const theirs = await signedIn(scene, email);
    const colleague = await scene.staff({ roles: ["supervisor"] });
    await expect(revokeSession(scene.ctx(colleague), theirs)).rejects.toThrow(NotFound);
    await expect(revokeAll(scene.ctx(colleague), { userId: theirs.id })).rejects.toThrow(NotFound);
    await expect(revokeSession(scene.ctx(theirs), { sessionId: uuid() })).rejects.toThrow(NotFound);
    await revokeSession(scene.ctx(await scene.staff({ roles: ["administrator"] })), theirs);
    expect(await actorAt(theirs.sessionId, minutes(0))).toBeNull();
  });

  it("ends all but the one that asks; as an administrator, all", async () => {
    const { id, email } = await person(scene);
    const [here] = [await signedIn(scene, email), await signedIn(scene, email), await signedIn(scene, email)];
    expect(await revokeAll(scene.ctx(here), { userId: id })).toBe(2);
    expect(await actorAt(here.sessionId, minutes(0))).not.toBeNull();
    expect(await revokeAll(scene.ctx(SYSTEM), { userId: id })).toBe(1);
    expect(await actorAt(here.sessionId, minutes(0))).toBeNull();
    expect(await audited(scene, "account.sessions-revoked")).toEqual([
      { userId: id, ended: 2 },
      { userId: id, ended: 1 },
    ]);
  });
});

describe("one's own account", () => {
  it("lists where one is signed in, this place marked", async () => {
    const { id, email } = await person(scene, ["supervisor"]);
    const [here, there, gone] = [await signedIn(scene, email), await signedIn(scene, email), await signedIn(scene, email)];
    await revokeSession(scene.ctx(here), gone);
    const view = await readOwnAccount(scene.ctx(here), false);
    expect(view).toMatchObject({ id, email, hasPassword: true, secondFactor: { confirmedAt: null, required: true } });
    expect(view.sessions.map((session) => [session.id, session.current]).sort()).toEqual(
      [
        [here.sessionId, true],
        [there.sessionId, false],
      ].sort(),
    );
  });

  it("is for people who work here", async () => {
    await expect(readOwnAccount(scene.ctx(SYSTEM))).rejects.toMatchObject({ code: "forbidden" });
  });
});
