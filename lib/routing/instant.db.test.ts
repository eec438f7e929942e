import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { recordHeartbeat } from "@/lib/accounts/record-heartbeat";
import { now } from "@/lib/core/clock";
import { contextFor } from "@/lib/core/context";
import { addShift } from "@/lib/shifts/add-shift";
import { openScene, type Scene } from "@/lib/testing/factories";
import { SYSTEM } from "@/lib/testing/people";
import { offeredTo } from "@/lib/testing/queue";
import { startWorker } from "@/worker";
import { escalate } from "./escalate";

let scene: Scene;
let worker: Awaited<ReturnType<typeof startWorker>>;
beforeAll(async () => {
  scene = await openScene();
  worker = await startWorker({ db: scene.db, vault: scene.vault }, scene.url);
});
afterAll(async () => {
  await worker.stop();
  await scene.close();
});

it("through the real job queue: asked for by a child, on a counsellor's screen; somebody arrives, at once", async () => {
  const means = { db: scene.db, vault: scene.vault };
  const camille = await scene.staff({ onDuty: false, present: false, capacity: 1 });
  const sacha = await scene.staff({ onDuty: false, present: false, capacity: 1 });
  const [first, second] = [await scene.conversation(), await scene.conversation()];
  const start = now().getTime();
  const times = { startAt: new Date(start - 3_600_000).toISOString(), endAt: new Date(start + 3_600_000).toISOString() };
  for (const { id: userId } of [camille, sacha]) await addShift(contextFor(means, SYSTEM, now()), { userId, ...times });
  await recordHeartbeat(contextFor(means, camille, now()));

  for (const { id, visitor } of [first, second])
    await escalate(contextFor(means, visitor, now()), { conversationId: id, reason: "user_request" });
  const offers = async () => [await offeredTo(scene, first.id), await offeredTo(scene, second.id)];
  await vi.waitFor(async () => expect(await offers()).toEqual([camille.id, null]), { timeout: 10_000, interval: 20 });

  await recordHeartbeat(contextFor(means, sacha, now()));
  await vi.waitFor(async () => expect(await offers()).toEqual([camille.id, sacha.id]), { timeout: 10_000, interval: 20 });
});
