import { afterAll, expect, test } from "vitest";
import { openScene, type Scene } from "@/lib/testing/factories";
import { generateHistory } from "./history";
import { seed } from "./seed";

const PRESENT = new Date("2026-11-24T20:00:00.000Z");
const HISTORY = 24;
const scenes: Scene[] = [];
afterAll(async () => Promise.all(scenes.map((scene) => scene.close())));

/** What an evening looks like, without ids and ciphertext. */
async function evening() {
  const scene = await openScene();
  scenes.push(scene);
  await seed(scene, { present: PRESENT, password: "demo-3018-local", history: HISTORY });
  const conversations = await scene.db.conversation.findMany({ orderBy: { number: "asc" } });
  return {
    scene,
    states: Object.fromEntries(
      (await scene.db.conversation.groupBy({ by: ["state"], _count: true })).map((row) => [row.state, row._count]),
    ),
    shape: conversations.map(({ number, state, danger, skill, topic, lastSeq, createdAt }) => ({
      number,
      state,
      danger,
      skill,
      topic,
      lastSeq,
      createdAt,
    })),
  };
}

test("a believable evening: at least 40 conversations in all states, 12 people, a month of history, the same each time", async () => {
  const [first, second] = [await evening(), await evening()];
  expect(first.states).toMatchObject({
    bot: expect.any(Number),
    waiting: expect.any(Number),
    active: expect.any(Number),
    closed: expect.any(Number),
  });
  expect(first.shape.length - HISTORY).toBeGreaterThanOrEqual(40);
  expect(await first.scene.db.user.count()).toBe(12);
  expect(second.shape).toEqual(first.shape);

  const { db } = first.scene;
  expect(await db.relay.count({ where: { endedAt: null } })).toBeGreaterThan(0);
  expect(await db.note.count()).toBeGreaterThan(0);
  expect(await db.caseTag.count()).toBeGreaterThan(40);
  expect(
    (await db.conversation.findMany({ where: { state: "closed" } })).every((c) => c.closedAt !== null && c.closedAt <= PRESENT),
  ).toBe(true);
  expect(await db.message.count({ where: { at: { gt: PRESENT } } })).toBe(0);
});

test("history lies in the 30 days before, inside opening hours on the wall in Paris, also over a change of the clock", () => {
  const hours = new Intl.DateTimeFormat("fr-FR", { timeZone: "Europe/Paris", hour: "numeric", hourCycle: "h23" });
  for (const present of [PRESENT, new Date("2026-04-10T12:00:00.000Z")]) {
    for (const conversation of generateHistory(200, ["someone"], present)) {
      const at = new Date(conversation.createdAt);
      const days = (present.getTime() - at.getTime()) / 86_400_000;
      expect(days).toBeGreaterThan(0);
      expect(days).toBeLessThan(32);
      expect(Number(hours.format(at).replace(/\D/g, ""))).toBeGreaterThanOrEqual(9);
      expect(Number(hours.format(at).replace(/\D/g, ""))).toBeLessThan(23);
    }
  }
});
