import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/contract/actor";
import { receiveMessage } from "@/lib/conversations/receive-message";
import { statementsOf } from "@/lib/testing/count-statements";
import { openScene, TUESDAY_15H, type Scene } from "@/lib/testing/factories";
import { readColleagues } from "./read-colleagues";
import { readDesk } from "./read-desk";

let scene: Scene;
let camille: StaffActor;
let sacha: StaffActor;
let supervisor: StaffActor;
beforeAll(async () => {
  scene = await openScene();
  camille = await scene.staff({ name: "Camille" });
  sacha = await scene.staff({ name: "Sacha" });
  supervisor = await scene.staff({ name: "Dominique", roles: ["supervisor"] });
});
afterAll(() => scene.close());

async function talking(given: Parameters<Scene["conversation"]>[0] = {}) {
  const made = await scene.conversation(given);
  await receiveMessage(scene.ctx(made.visitor), {
    contactId: made.contactId,
    text: "mots à moi",
    clientId: uuid(),
    language: "fr",
  });
  return made.id;
}
const rowsOf = async (actor: StaffActor) => new Map((await readDesk(scene.ctx(actor))).rows.map((row) => [row.id, row]));

describe("read-desk", () => {
  it("shows the first words to who may read them, and the bot's conversations to supervisors alone", async () => {
    const [mine, waiting, bot] = [
      await talking({ state: "active", counsellorId: camille.id }),
      await talking({ state: "waiting" }),
      await talking(),
    ];
    const closed = (await scene.conversation({ state: "closed", closedAt: TUESDAY_15H })).id;
    const [hers, his, theirs] = await Promise.all([camille, sacha, supervisor].map(rowsOf));
    expect(hers!.get(mine)).toMatchObject({ preview: "mots à moi", unread: 1, counsellor: { id: camille.id, name: "Camille" } });
    expect(his!.get(mine)).toMatchObject({ preview: null, unread: 0, counsellor: { name: "Camille" } });
    expect(theirs!.get(mine)).toMatchObject({ preview: "mots à moi" });
    for (const rows of [hers, his, theirs]) {
      expect(rows!.get(waiting)).toMatchObject({ preview: "mots à moi", state: "waiting" });
      expect(rows!.has(closed)).toBe(false);
    }
    expect([hers!.has(bot), his!.has(bot), theirs!.has(bot)]).toEqual([false, false, true]);
  });

  it("is for people with a desk", async () => {
    const admin = await scene.staff({ roles: ["administrator"] });
    const planner = await scene.staff({ roles: ["planner"] });
    for (const actor of [admin, planner, { kind: "nobody" }, { kind: "system", name: "x" }] as const)
      await expect(readDesk(scene.ctx(actor))).rejects.toMatchObject({ code: "forbidden" });
  });

  it("says who is there, on duty and how loaded", async () => {
    const desk = await readDesk(scene.ctx(camille));
    expect(desk.me).toMatchObject({ id: camille.id, presence: "available", onDuty: true, capacity: 3 });
    expect(desk.colleagues.find((one) => one.id === camille.id)?.load).toBeGreaterThanOrEqual(1);
    const gone = await scene.staff({ present: false, onDuty: false });
    expect(await readColleagues(scene.db, TUESDAY_15H, [gone.id])).toMatchObject([
      { id: gone.id, presence: "away", onDuty: false, load: 0 },
    ]);
    const planner = await scene.staff({ roles: ["planner"] });
    expect(await readColleagues(scene.db, TUESDAY_15H, [planner.id])).toEqual([]);
  });

  it("costs as many statements for thirty conversations as for three", async () => {
    await readDesk(scene.ctx(camille));
    const few = await statementsOf(() => readDesk(scene.ctx(camille)));
    await Promise.all(Array.from({ length: 27 }, () => talking({ state: "waiting" })));
    const many = await statementsOf(() => readDesk(scene.ctx(camille)));
    expect(many.length).toBe(few.length);
    expect(many.length).toBeLessThanOrEqual(12);
  });

  it("takes the cursor before the snapshot: what is written meanwhile comes again as an event, and is never missed", async () => {
    const { cursor } = await readDesk(scene.ctx(camille));
    const id = await talking({ state: "waiting" });
    const [seen] = await scene.db.$queryRaw<{ after: boolean }[]>`
      select bool_and((xid, id) > (split_part(${cursor}, ':', 1)::xid8, split_part(${cursor}, ':', 2)::bigint)) as after
        from event_log where event ->> 'conversationId' = ${id}`;
    expect(seen!.after).toBe(true);
  });
});
