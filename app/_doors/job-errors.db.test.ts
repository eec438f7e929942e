import { afterAll, beforeAll, expect, test } from "vitest";
import { openScene, type Scene } from "@/lib/testing/factories";
import { startWorker } from "@/worker";

let scene: Scene;
let worker: Awaited<ReturnType<typeof startWorker>>;
beforeAll(async () => {
  scene = await openScene();
  worker = await startWorker(scene, scene.url);
});
afterAll(async () => {
  await worker.stop();
  await scene.close();
});

test("what a failed job leaves in the queue quotes nothing that it was given", async () => {
  // PostgreSQL's own words for this would repeat the value.
  await worker.addJob("triage.take-turn", { conversationId: "canari" }, { jobKey: "canari", maxAttempts: 2 });
  const failed = async () =>
    scene.db.$queryRaw<{ error: string }[]>`
      select last_error as error from graphile_worker.jobs where key = 'canari' and last_error is not null`;
  await expect.poll(failed, { timeout: 10_000 }).toHaveLength(1);
  const [job] = await failed();
  expect(job!.error).toMatch(/^PrismaClientKnownRequestError P2010$/);
});
