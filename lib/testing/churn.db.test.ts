import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Vault } from "@/lib/core/vault";
import { churn } from "./churn";
import { openScene, type Scene } from "./factories";

// Server processes of their own need the key that the scene's vault seals with.
const masterKey = randomBytes(32).toString("base64");
let scene: Scene;
beforeAll(async () => void (scene = await openScene(new Vault([masterKey]))));
afterAll(() => scene.close());

it("loses, doubles and misorders nothing while the network breaks and servers are killed", { timeout: 240_000 }, async () => {
  const figures = await churn(scene, { conversations: 9, disconnects: 300, messagesPerSender: 40, masterKey });
  process.stdout.write(`churn: ${JSON.stringify(figures)}\n`);
  expect(figures.clients).toBeGreaterThanOrEqual(20);
  expect(figures.disconnects).toBeGreaterThanOrEqual(300);
  expect(figures.kills).toBe(2);
  expect(figures).toMatchObject({ lost: 0, duplicated: 0, misordered: 0, screensThatDiffer: [], momentsOutOfOrder: 0 });
});
