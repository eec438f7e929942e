import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { openScene, type Scene } from "@/lib/testing/factories";
import { markers, pass, stored } from "@/lib/testing/queue";
import { escalate } from "./escalate";

// The demonstration's line never closes; the real one does. Read once per process, so before anything asks for it.
vi.hoisted(() => {
  process.env.DEMO_HOURS = "real";
});

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

it("in closed hours the conversation waits all the same, and the child is told", async () => {
  const night = new Date("2026-11-24T23:30:00Z");
  const { id, visitor } = await scene.conversation();
  const answer = await escalate(scene.ctx(visitor, night), { conversationId: id, reason: "user_request" });
  expect(answer).toMatchObject({ state: "waiting", lineOpen: false });
  expect(await markers(scene, id)).toEqual([
    { code: "person-asked", name: null },
    { code: "closed-hours", name: null },
  ]);
  await scene.staff();
  expect(await pass(scene, night)).toBe(0);
  expect(await stored(scene, id)).toMatchObject({ state: "waiting", waitingSince: night });
});
