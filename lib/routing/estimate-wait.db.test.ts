import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { statementsOf } from "@/lib/testing/count-statements";
import { openScene, TUESDAY_15H, type Scene } from "@/lib/testing/factories";
import { minutes } from "@/lib/testing/people";
import { emptyHouse, offerTo } from "@/lib/testing/queue";
import { waitOf, waits } from "./estimate-wait";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());
beforeEach(() => emptyHouse(scene));

const waiting = (danger: string, since: number) => scene.conversation({ state: "waiting", danger, waitingSince: minutes(since) });
const full = async () => {
  const person = await scene.staff({ capacity: 1 });
  await scene.conversation({ state: "active", counsellorId: person.id });
  return person;
};

describe("waitOf", () => {
  it("is the place in the real order, danger and ageing included", async () => {
    const calm = await waiting("F1", -15);
    const grave = await waiting("F3", -1);
    const imminent = await waiting("F4", 0);
    const views = await waits(scene.db, TUESDAY_15H);
    expect([imminent, grave, calm].map(({ id }) => views.get(id)!.place)).toEqual([1, 2, 3]);
    expect(await waitOf(scene.db, calm.id, TUESDAY_15H)).toEqual(views.get(calm.id));
  });

  it("promises nothing when nobody is there: not on duty, away, paused", async () => {
    const { id } = await waiting("F1", 0);
    await scene.staff({ onDuty: false });
    await scene.staff({ present: false });
    const paused = await scene.staff();
    await scene.db.presence.update({ where: { userId: paused.id }, data: { state: "paused" } });
    await scene.staff({ roles: ["supervisor"] });
    expect(await waitOf(scene.db, id, TUESDAY_15H)).toEqual({ place: 1, range: null });
  });

  it("is soon when somebody is free or it is on a screen already, longer when they are not", async () => {
    const person = await full();
    const { id } = await waiting("F1", 0);
    // The default of 45 minutes, one person, one conversation at a time.
    expect((await waitOf(scene.db, id, TUESDAY_15H))!.range).toEqual({ min: 20, max: 70 });
    await offerTo(scene, id, person.id);
    expect((await waitOf(scene.db, id, TUESDAY_15H))!.range).toEqual({ min: 0, max: 2 });
    const next = await waiting("F1", 0);
    await scene.staff();
    expect((await waitOf(scene.db, next.id, TUESDAY_15H))!.range).toEqual({ min: 0, max: 2 });
  });

  it("learns from the helpline's own last conversations, once there are ten", async () => {
    const person = await full();
    const { id } = await waiting("F1", 0);
    const closed = async () => {
      const past = await scene.conversation({ state: "closed", closedAt: minutes(-1), counsellorId: person.id });
      await scene.db.assignment.create({
        data: { id: uuid(), conversationId: past.id, userId: person.id, via: "take", since: minutes(-11), endedAt: minutes(-1) },
      });
    };
    for (let count = 0; count < 9; count += 1) await closed();
    expect((await waitOf(scene.db, id, TUESDAY_15H))!.range).toEqual({ min: 20, max: 70 });
    await closed();
    expect((await waitOf(scene.db, id, TUESDAY_15H))!.range).toEqual({ min: 5, max: 15 });
  });

  it("is null for who does not wait", async () => {
    const { id } = await scene.conversation();
    expect(await waitOf(scene.db, id, TUESDAY_15H)).toBeNull();
    expect(await waitOf(scene.db, uuid(), TUESDAY_15H)).toBeNull();
  });

  it("costs the same for one as for thirty", async () => {
    await scene.staff();
    await waiting("F1", 0);
    const one = await statementsOf(() => waits(scene.db, TUESDAY_15H));
    for (let count = 0; count < 29; count += 1) await waiting("F1", -count);
    const thirty = await statementsOf(async () => expect((await waits(scene.db, TUESDAY_15H)).size).toBe(30));
    expect(thirty.length).toBe(one.length);
    expect(one.length).toBeLessThanOrEqual(4);
  });
});
