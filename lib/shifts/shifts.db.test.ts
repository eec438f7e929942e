import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/contract/actor";
import { LINE_HEARERS } from "@/lib/contract/events";
import { AddShiftInput, OpeningHoursInput } from "@/lib/contract/inputs";
import { openScene, TUESDAY_15H, type Scene } from "@/lib/testing/factories";
import { audited, emitted, minutes, NOBODY, SYSTEM } from "@/lib/testing/people";
import { emittedOf, emptyHouse } from "@/lib/testing/queue";
import { addShift } from "./add-shift";
import { checkDuty } from "./check-duty";
import { onDutyIds } from "./on-duty";
import { readLine } from "./read-line";
import { removeShift } from "./remove-shift";
import { setOpeningException } from "./set-opening-exception";
import { setOpeningHours } from "./set-opening-hours";

let scene: Scene;
let planner: StaffActor;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());
beforeEach(async () => {
  await emptyHouse(scene);
  planner = await scene.staff({ roles: ["planner"], onDuty: false, present: false });
});

const HOUR = 60;
const shift = (userId: string, from: number, to: number) => ({
  userId,
  startAt: minutes(from).toISOString(),
  endAt: minutes(to).toISOString(),
});
const dutyOf = async (userId: string) => (await scene.db.presence.findUniqueOrThrow({ where: { userId } })).onDuty;
const auditedFor = async (verb: string, id: string) =>
  (await audited(scene, verb)).filter((subject) => JSON.stringify(subject).includes(id));

describe("addShift and removeShift", () => {
  it("put on duty and off again, told to the desks and the routing at once", async () => {
    const camille = await scene.staff({ onDuty: false });
    const { id } = await addShift(scene.ctx(planner), shift(camille.id, -HOUR, HOUR));
    expect([...(await onDutyIds(scene.db, TUESDAY_15H))]).toEqual([camille.id]);
    expect(await dutyOf(camille.id)).toBe(true);
    expect(scene.jobs).toMatchObject([{ name: "routing.assign-next" }]);
    await removeShift(scene.ctx(planner), { shiftId: id });
    expect(await dutyOf(camille.id)).toBe(false);
    expect(await emittedOf(scene, "colleague.changed", camille.id)).toHaveLength(2);
    expect(await auditedFor("shift.added", id)).toHaveLength(1);
    expect(await auditedFor("shift.removed", id)).toEqual([{ shiftId: id, userId: camille.id }]);
    await expect(removeShift(scene.ctx(planner), { shiftId: id })).rejects.toMatchObject({ code: "not-found" });
  });

  it("tomorrow's shift changes nothing today", async () => {
    const camille = await scene.staff({ onDuty: false });
    await addShift(scene.ctx(planner), shift(camille.id, 24 * HOUR, 30 * HOUR));
    expect(await emittedOf(scene, "colleague.changed", camille.id)).toEqual([]);
    expect(scene.jobs).toEqual([]);
  });

  it("the same shift, also twice at once, is one", async () => {
    const camille = await scene.staff({ onDuty: false });
    const [first, second] = await Promise.all([1, 2].map(() => addShift(scene.ctx(planner), shift(camille.id, 0, HOUR))));
    expect(second).toEqual(first);
    expect(await scene.db.shift.count({ where: { userId: camille.id } })).toBe(1);
  });

  it("is the planner's, for people who work here, forwards in time", async () => {
    const camille = await scene.staff({ onDuty: false });
    for (const actor of [camille, NOBODY])
      await expect(addShift(scene.ctx(actor), shift(camille.id, 0, HOUR))).rejects.toMatchObject({ code: "forbidden" });
    await expect(removeShift(scene.ctx(camille), { shiftId: uuid() })).rejects.toMatchObject({ code: "forbidden" });
    await expect(addShift(scene.ctx(planner), shift(uuid(), 0, HOUR))).rejects.toMatchObject({ code: "invalid" });
    expect(AddShiftInput.safeParse(shift(camille.id, HOUR, 0)).success).toBe(false);
  });
});

describe("onDutyIds", () => {
  it("is half open, and knows nobody whose account is closed", async () => {
    const [camille, sacha, gone] = [
      await scene.staff({ onDuty: false }),
      await scene.staff({ onDuty: false }),
      await scene.staff({ onDuty: false }),
    ];
    for (const [person, from, to] of [
      [camille, -HOUR, 0],
      [sacha, 0, HOUR],
      [gone, -HOUR, HOUR],
    ] as const)
      await addShift(scene.ctx(planner), shift(person.id, from, to));
    await scene.db.user.update({ where: { id: gone.id }, data: { deactivatedAt: TUESDAY_15H } });
    expect([...(await onDutyIds(scene.db, TUESDAY_15H))]).toEqual([sacha.id]);
  });
});

describe("checkDuty", () => {
  it("tells when shifts begin and end by themselves, once", async () => {
    const camille = await scene.staff({ onDuty: false });
    await addShift(scene.ctx(planner), shift(camille.id, HOUR, 2 * HOUR));
    const check = (at: number) => checkDuty(scene.ctx(SYSTEM, minutes(at)));
    await check(59);
    expect(await dutyOf(camille.id)).toBe(false);
    await Promise.all([check(HOUR), check(HOUR)]);
    expect(await dutyOf(camille.id)).toBe(true);
    expect(scene.jobs.filter(({ name }) => name === "routing.assign-next")).toHaveLength(1);
    await check(2 * HOUR);
    expect(await dutyOf(camille.id)).toBe(false);
    expect(await emittedOf(scene, "colleague.changed", camille.id)).toHaveLength(2);
    expect(await auditedFor("duty.changed", camille.id)).toEqual([
      { started: [camille.id], ended: [] },
      { started: [], ended: [camille.id] },
    ]);
  });

  it("is for the system alone", async () => {
    await expect(checkDuty(scene.ctx(planner))).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the line", () => {
  const line = (at: Date) => readLine(scene.db, at, { aroundTheClock: false });
  const evening = new Date("2026-11-24T22:30:00Z");

  it("is open 9h–23h while nothing is stored, and always where it is around the clock", async () => {
    expect(await line(TUESDAY_15H)).toEqual({
      open: true,
      nextOpening: null,
      closesAt: "2026-11-24T22:00:00.000Z",
      aroundTheClock: false,
    });
    expect(await line(evening)).toMatchObject({ open: false, nextOpening: "2026-11-25T08:00:00.000Z" });
    expect(await readLine(scene.db, evening, { aroundTheClock: true })).toEqual({
      open: true,
      nextOpening: null,
      closesAt: null,
      aroundTheClock: true,
    });
  });

  it("follows the hours that a planner sets, and whoever writes is told", async () => {
    await setOpeningHours(
      scene.ctx(planner),
      OpeningHoursInput.parse({ days: [{ weekday: 2, opens: "10:00", closes: "24:00" }] }),
    );
    expect(await line(evening)).toMatchObject({ open: true, closesAt: "2026-11-24T23:00:00.000Z" });
    expect(await line(new Date("2026-11-25T10:00:00Z"))).toMatchObject({ open: false, nextOpening: "2026-12-01T09:00:00.000Z" });
    expect((await emitted(scene, "line.changed")).at(-1)).toMatchObject({ rooms: LINE_HEARERS });
    expect((await audited(scene, "opening-hours.set")).at(-1)).toEqual({ days: ["2 10:00-24:00"] });
    await Promise.all(
      [1, 2].map(() => setOpeningHours(scene.ctx(planner), { days: [{ weekday: 3, opens: "09:00", closes: "12:00" }] })),
    );
    expect(await scene.db.openingHours.findMany()).toEqual([{ weekday: 3, opens: "09:00", closes: "12:00" }]);
    await setOpeningHours(scene.ctx(planner), { days: [] });
    expect(await line(TUESDAY_15H)).toMatchObject({ open: true });
  });

  it("has exceptions, of which the last word holds", async () => {
    const set = (hours: { opens: string; closes: string } | null) =>
      setOpeningException(scene.ctx(planner), { date: "2026-11-24", hours, reason: "Panne" });
    await set({ opens: "09:00", closes: "23:30" });
    expect(await line(new Date("2026-11-24T22:15:00Z"))).toMatchObject({ open: true });
    await set(null);
    expect(await line(TUESDAY_15H)).toMatchObject({ open: false, nextOpening: "2026-11-25T08:00:00.000Z" });
    expect(await audited(scene, "opening-exception.set")).toEqual([
      { date: "2026-11-24", opens: "09:00", closes: "23:30" },
      { date: "2026-11-24", opens: null, closes: null },
    ]);
  });

  it("is the planner's", async () => {
    const camille = await scene.staff();
    await expect(setOpeningHours(scene.ctx(camille), { days: [] })).rejects.toMatchObject({ code: "forbidden" });
    await expect(setOpeningException(scene.ctx(camille), { date: "2026-11-24", hours: null, reason: "x" })).rejects.toMatchObject(
      { code: "forbidden" },
    );
  });
});
