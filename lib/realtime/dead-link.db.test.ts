import { afterAll, beforeAll, expect, it } from "vitest";
import { openBalancer, type Balancer } from "@/lib/testing/balancer";
import { openDesk } from "@/lib/testing/client";
import { eventually } from "@/lib/testing/eventually";
import { LiveScene } from "@/lib/testing/live-scene";

let house: LiveScene;
let balancer: Balancer;
beforeAll(async () => {
  house = await LiveScene.open();
  balancer = await openBalancer(() => [Number(new URL(house.servers[0]!.origin).port)]);
});
afterAll(async () => {
  await balancer.close();
  await house.close();
});

it("is noticed within 15 s on both sides, and the screen says so", async () => {
  const desk = await openDesk({ origin: balancer.origin, actor: await house.scene.staff() });
  await eventually("live", () => desk.live.snapshot().connection.phase === "live");
  const [server] = house.servers;
  expect(server!.gateway.connections()).toEqual({ desks: 1, visitors: 0 });
  const pulled = performance.now();
  balancer.freeze();
  await eventually("the screen knows", () => desk.live.snapshot().connection.phase === "reconnecting", 15_000);
  // The screen is on its way to a new connection; the old one is the server's to find.
  desk.stop();
  await eventually("the server knows", () => server!.gateway.connections().desks === 0, 15_000 - (performance.now() - pulled));
  expect(performance.now() - pulled).toBeLessThan(15_000);
});
