import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/contract/actor";
import { RelayInput } from "@/lib/contract/inputs";
import { close } from "@/lib/conversations/close";
import { openScene, TUESDAY_15H, type Scene } from "@/lib/testing/factories";
import { NOBODY, seconds, SYSTEM } from "@/lib/testing/people";
import {
  accept,
  auditedOf,
  decline,
  emittedOf,
  emptyHouse,
  heartbeats,
  jobsOf,
  markers,
  offeredTo,
  pass,
  stored,
} from "@/lib/testing/queue";
import { cancelRelay } from "./cancel-relay";
import { expireOffer } from "./expire-offer";
import { relay, relayBriefPlace } from "./relay";
import { take } from "./take";

const BRIEF = "Elle a 13 ans, chantage depuis lundi, sa mère sait.";
let scene: Scene;
let camille: StaffActor;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());
beforeEach(async () => {
  await emptyHouse(scene);
  camille = await scene.staff({ name: "Camille" });
});

const held = () => scene.conversation({ state: "active", counsellorId: camille.id });
const open = (conversationId: string, to: { toUserId?: string; toSkill?: "legal" } = {}, actor = camille) =>
  relay(scene.ctx(actor), RelayInput.parse({ conversationId, brief: BRIEF, ...to }));

describe("relay", () => {
  it("is open with a sealed brief while the first one stays", async () => {
    const { id } = await held();
    jobsOf(scene);
    const { relayId } = await open(id);
    const row = await stored(scene, id);
    expect(row).toMatchObject({ state: "active", counsellorId: camille.id, version: 2 });
    expect(row.relays).toMatchObject([{ id: relayId, fromId: camille.id, toId: null, toSkill: null, endedAt: null }]);
    expect(Buffer.from(row.relays[0]!.brief).includes("13 ans")).toBe(false);
    expect(scene.vault.open(row.vaultKeyId, relayBriefPlace(relayId), row.relays[0]!.brief)).toBe(BRIEF);
    expect(jobsOf(scene)).toEqual(["routing.assign-next"]);
    expect(await emittedOf(scene, "panel.changed", id)).toHaveLength(1);
  });

  it("to a person: offered to them alone; accepted, they go on and the first one is free", async () => {
    const [sacha] = [await scene.staff({ name: "Sacha" }), await scene.staff()];
    const { id } = await held();
    await open(id, { toUserId: sacha.id });
    await pass(scene);
    expect(await stored(scene, id)).toMatchObject({ offeredToId: sacha.id, counsellorId: camille.id, state: "active" });
    await accept(scene, sacha, id, seconds(5));
    const row = await stored(scene, id);
    expect(row).toMatchObject({ state: "active", counsellorId: sacha.id, offeredToId: null });
    expect(row.assignments).toMatchObject([
      { userId: camille.id, endReason: "relayed", endedAt: seconds(5) },
      { userId: sacha.id, via: "relay", endedAt: null },
    ]);
    expect(row.relays).toMatchObject([{ outcome: "accepted", acceptedById: sacha.id }]);
    expect(await markers(scene, id)).toEqual([{ code: "handed-over", name: "Sacha" }]);
    const presence = await scene.db.presence.findUniqueOrThrow({ where: { userId: camille.id } });
    expect(presence.idleSince).toEqual(TUESDAY_15H);
  });

  it("declined by that person, it ends and the first one keeps it", async () => {
    const sacha = await scene.staff();
    const { id } = await held();
    await open(id, { toUserId: sacha.id });
    await pass(scene);
    await decline(scene, sacha, id);
    const row = await stored(scene, id);
    expect(row).toMatchObject({ state: "active", counsellorId: camille.id, offeredToId: null, letPass: 0 });
    expect(row.relays).toMatchObject([{ outcome: "declined", endedAt: TUESDAY_15H }]);
    expect(await pass(scene)).toBe(0);
  });

  it("to a skill: one after the other, and never back to who hands over", async () => {
    const jurists = [
      await scene.staff({ roles: ["jurist"], skills: ["legal"] }),
      await scene.staff({ roles: ["jurist"], skills: ["legal"] }),
    ];
    await scene.db.user.update({ where: { id: camille.id }, data: { skills: ["legal"] } });
    const { id } = await held();
    await open(id, { toSkill: "legal" });
    await pass(scene);
    const first = await offeredTo(scene, id);
    const { offers } = await stored(scene, id);
    await expireOffer(scene.ctx(SYSTEM, seconds(46)), { conversationId: id, offerId: offers[0]!.id });
    await heartbeats(scene, seconds(46));
    await pass(scene, seconds(46));
    expect([first, await offeredTo(scene, id)].sort()).toEqual(jurists.map((person) => person.id).sort());
    expect(await stored(scene, id)).toMatchObject({ state: "active", counsellorId: camille.id });
  });

  it("to the queue: stands in the order of danger with those who wait", async () => {
    const sacha = await scene.staff({ capacity: 1 });
    const calm = await scene.conversation({ state: "waiting", danger: "F1" });
    const { id } = await scene.conversation({ state: "active", counsellorId: camille.id, danger: "F3" });
    await open(id);
    await scene.db.user.update({ where: { id: camille.id }, data: { capacity: 0 } });
    await pass(scene);
    expect([await offeredTo(scene, id), await offeredTo(scene, calm.id)]).toEqual([sacha.id, null]);
  });

  it("has an audit entry without the brief", async () => {
    const { id } = await held();
    const { relayId } = await open(id, { toSkill: "legal" });
    expect(await auditedOf(scene, "conversation.relay-opened", id)).toEqual([
      { conversationId: id, relayId, toUserId: null, toSkill: "legal" },
    ]);
  });

  it("sent again, also at once, is one relay; another one meanwhile is refused", async () => {
    const { id } = await held();
    const [first, second] = await Promise.all([open(id), open(id)]);
    expect(second).toEqual(first);
    expect((await stored(scene, id)).relays).toHaveLength(1);
    await expect(open(id, { toSkill: "legal" })).rejects.toMatchObject({ code: "wrong-state" });
  });

  it("goes to people who answer, are on duty, and are somebody else", async () => {
    const { id } = await held();
    const absent = await scene.staff({ onDuty: false });
    const admin = await scene.staff({ roles: ["administrator"] });
    await expect(open(id, { toUserId: absent.id })).rejects.toMatchObject({ code: "not-on-duty" });
    await expect(open(id, { toUserId: admin.id })).rejects.toMatchObject({ code: "invalid" });
    await expect(open(id, { toUserId: camille.id })).rejects.toMatchObject({ code: "invalid" });
  });

  it("is for its counsellor, while it goes on", async () => {
    const sacha = await scene.staff();
    const supervisor = await scene.staff({ roles: ["supervisor"] });
    const { id, visitor } = await held();
    for (const [actor, code] of [
      [sacha, "not-found"],
      [NOBODY, "not-found"],
      [visitor, "forbidden"],
      [supervisor, "forbidden"],
    ] as const)
      await expect(open(id, {}, actor as StaffActor)).rejects.toMatchObject({ code });
    await close(scene.ctx(camille), { conversationId: id });
    await expect(open(id)).rejects.toMatchObject({ code: "wrong-state" });
  });
});

describe("cancelRelay", () => {
  it("ends it, and takes back what was on offer", async () => {
    const sacha = await scene.staff();
    const { id } = await held();
    const { relayId } = await open(id);
    await pass(scene);
    await cancelRelay(scene.ctx(camille), { conversationId: id });
    const row = await stored(scene, id);
    expect(row).toMatchObject({ counsellorId: camille.id, offeredToId: null });
    expect(row.relays).toMatchObject([{ outcome: "cancelled" }]);
    expect(row.offers).toMatchObject([{ userId: sacha.id, outcome: "withdrawn" }]);
    await expect(accept(scene, sacha, id)).rejects.toMatchObject({ code: "already-decided" });
    await cancelRelay(scene.ctx(camille), { conversationId: id });
    expect(await auditedOf(scene, "conversation.relay-cancelled", id)).toEqual([{ conversationId: id, relayId }]);
  });

  it("against an acceptance at the same moment: one of both, never half", async () => {
    const sacha = await scene.staff();
    const { id } = await held();
    await open(id, { toUserId: sacha.id });
    await pass(scene);
    const [taken] = await Promise.allSettled([
      take(scene.ctx(sacha), { conversationId: id }),
      cancelRelay(scene.ctx(camille), { conversationId: id }),
    ]);
    const row = await stored(scene, id);
    expect(row.relays).toMatchObject([{ outcome: taken.status === "fulfilled" ? "accepted" : "cancelled" }]);
    expect(row.counsellorId).toBe(taken.status === "fulfilled" ? sacha.id : camille.id);
    expect(row.offeredToId).toBeNull();
  });

  it("is for its counsellor and supervisors", async () => {
    const sacha = await scene.staff();
    const supervisor = await scene.staff({ roles: ["supervisor"] });
    const { id } = await held();
    await open(id, { toUserId: supervisor.id });
    await expect(cancelRelay(scene.ctx(sacha), { conversationId: id })).rejects.toMatchObject({ code: "not-found" });
    await cancelRelay(scene.ctx(supervisor), { conversationId: id });
    expect((await stored(scene, id)).relays).toMatchObject([{ outcome: "cancelled" }]);
    await close(scene.ctx(camille), { conversationId: id });
    await expect(cancelRelay(scene.ctx(camille), { conversationId: id })).rejects.toMatchObject({ code: "wrong-state" });
  });
});
