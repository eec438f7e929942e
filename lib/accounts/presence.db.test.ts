import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openScene, TUESDAY_15H, type Scene } from "@/lib/testing/factories";
import { audited, minutes, NOBODY, seconds, SYSTEM } from "@/lib/testing/people";
import { emittedOf, emptyHouse, heartbeats } from "@/lib/testing/queue";
import { checkPresence } from "./check-presence";
import { recordHeartbeat } from "./record-heartbeat";
import { setPresence } from "./set-presence";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());
beforeEach(() => emptyHouse(scene));

const presenceOf = (userId: string) => scene.db.presence.findUniqueOrThrow({ where: { userId } });
const auditedFor = async (verb: string, id: string) =>
  (await audited(scene, verb)).filter((subject) => JSON.stringify(subject).includes(id));

describe("setPresence", () => {
  it("pauses: what is on offer goes on; back again: routing looks at once", async () => {
    const camille = await scene.staff();
    await setPresence(scene.ctx(camille, seconds(5)), { presence: "paused" });
    expect(await presenceOf(camille.id)).toMatchObject({ state: "paused", since: seconds(5), version: 2, present: true });
    expect(scene.jobs).toMatchObject([
      { name: "routing.withdraw-offers", payload: { userId: camille.id } },
      { name: "routing.assign-next", key: "routing.assign-next" },
    ]);
    scene.jobs.length = 0;
    await setPresence(scene.ctx(camille, seconds(9)), { presence: "available" });
    expect(scene.jobs).toMatchObject([{ name: "routing.assign-next" }]);
    expect(await emittedOf(scene, "colleague.changed", camille.id)).toMatchObject([
      { rooms: ["desk"], event: { version: 2 } },
      { event: { version: 3 } },
    ]);
    expect(await auditedFor("presence.set", camille.id)).toHaveLength(2);
  });

  it("said twice, also at once, changes once", async () => {
    const camille = await scene.staff();
    const pause = () => setPresence(scene.ctx(camille), { presence: "paused" });
    expect(await Promise.all([pause(), pause()])).toEqual([{ presence: "paused" }, { presence: "paused" }]);
    expect((await presenceOf(camille.id)).version).toBe(2);
  });

  it("works before any screen was ever open", async () => {
    const camille = await scene.staff({ present: false });
    await setPresence(scene.ctx(camille), { presence: "paused" });
    expect(await presenceOf(camille.id)).toMatchObject({ state: "paused", present: false });
  });

  it("is for those with a desk", async () => {
    const admin = await scene.staff({ roles: ["administrator"] });
    for (const actor of [admin, NOBODY, SYSTEM])
      await expect(setPresence(scene.ctx(actor), { presence: "paused" })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("recordHeartbeat", () => {
  it("the first one is an arrival: told, audited, idle from now on", async () => {
    const camille = await scene.staff({ present: false });
    await recordHeartbeat(scene.ctx(camille, minutes(1)));
    expect(await presenceOf(camille.id)).toMatchObject({ present: true, lastSeenAt: minutes(1), idleSince: minutes(1) });
    expect(await auditedFor("presence.arrived", camille.id)).toHaveLength(1);
    expect(scene.jobs).toMatchObject([{ name: "routing.assign-next" }]);
  });

  it("the next ones are only a time: no version, no audit, no job", async () => {
    const camille = await scene.staff();
    await recordHeartbeat(scene.ctx(camille, seconds(10)));
    expect(await presenceOf(camille.id)).toMatchObject({ lastSeenAt: seconds(10), version: 1, idleSince: TUESDAY_15H });
    expect(await auditedFor("presence.arrived", camille.id)).toEqual([]);
    expect(scene.jobs).toEqual([]);
  });

  it("from two screens at once it is one arrival; who holds a conversation is not idle", async () => {
    const camille = await scene.staff({ present: false });
    await scene.conversation({ state: "active", counsellorId: camille.id });
    await Promise.all([1, 2, 3].map(() => recordHeartbeat(scene.ctx(camille))));
    expect(await presenceOf(camille.id)).toMatchObject({ present: true, idleSince: null });
    expect(await emittedOf(scene, "colleague.changed", camille.id)).toHaveLength(1);
  });

  it("is for those with a desk", async () => {
    const admin = await scene.staff({ roles: ["administrator"], present: false });
    for (const actor of [admin, NOBODY])
      await expect(recordHeartbeat(scene.ctx(actor))).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("checkPresence", () => {
  it("whose heartbeat is too old is away; what they hold stays theirs", async () => {
    const [camille, sacha] = [await scene.staff(), await scene.staff()];
    const { id } = await scene.conversation({ state: "active", counsellorId: camille.id });
    await recordHeartbeat(scene.ctx(sacha, seconds(20)));
    expect(await checkPresence(scene.ctx(SYSTEM, seconds(30)))).toEqual({ away: [camille.id] });
    expect(await presenceOf(camille.id)).toMatchObject({ present: false, version: 2 });
    expect((await presenceOf(sacha.id)).present).toBe(true);
    expect(scene.jobs).toMatchObject([
      { name: "routing.withdraw-offers", payload: { userId: camille.id } },
      { name: "routing.assign-next" },
    ]);
    expect(await auditedFor("presence.lost", camille.id)).toEqual([{ userIds: [camille.id] }]);
    expect(await emittedOf(scene, "colleague.changed", camille.id)).toHaveLength(1);
    expect(await scene.db.conversation.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: "active",
      counsellorId: camille.id,
    });
  });

  it("finds nothing twice, and nothing where all is well", async () => {
    const camille = await scene.staff();
    await heartbeats(scene, seconds(60));
    expect(await checkPresence(scene.ctx(SYSTEM, seconds(61)))).toEqual({ away: [] });
    const both = await Promise.all([1, 2].map(() => checkPresence(scene.ctx(SYSTEM, minutes(10)))));
    expect(both.flatMap(({ away }) => away)).toEqual([camille.id]);
  });

  it("is for the system alone", async () => {
    const supervisor = await scene.staff({ roles: ["supervisor"] });
    await expect(checkPresence(scene.ctx(supervisor))).rejects.toMatchObject({ code: "forbidden" });
  });
});
