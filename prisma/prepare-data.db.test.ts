import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createUser } from "@/lib/accounts/create-user";
import { openScene, type Scene } from "@/lib/testing/factories";
import { PASSWORD, SYSTEM } from "@/lib/testing/people";
import { prepareData } from "./prepare-data";
import { markEvening } from "./seed/marker";

let scene: Scene;
beforeAll(async () => {
  vi.stubEnv("DEMO", "1");
  vi.stubEnv("DEMO_HISTORY", "0");
  vi.stubEnv("DATA_DIR", "/somewhere/data");
  scene = await openScene();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await scene.close();
});

const said: string[] = [];
const start = async () => prepareData(scene, (line) => said.push(line));
const rows = async () => ({
  users: await scene.db.user.count(),
  conversations: await scene.db.conversation.count(),
  messages: await scene.db.message.count(),
  shifts: await scene.db.shift.count(),
});

test("an evening that was interrupted is not shown, and the words say what to do; nothing is written on top", async () => {
  await markEvening(scene.ctx(SYSTEM), "begun");
  const before = await rows();
  await expect(start()).rejects.toThrow(/interrupted[\s\S]*Delete the data folder \(\/somewhere\/data\)/);
  expect(await rows()).toEqual(before);
  await expect(markEvening(scene.ctx(SYSTEM), "begun")).rejects.toThrow();
});

test("an account made beforehand does not keep the evening away; it is written once", async () => {
  await scene.db.setting.deleteMany();
  const account = { email: `${uuid()}@test.example`, name: "Alix", roles: ["administrator" as const], skills: [] };
  await createUser(scene.ctx(SYSTEM), {
    ...account,
    languages: ["fr"],
    capacity: 0,
    employment: "employee",
    password: PASSWORD,
  });
  await start();
  const written = await rows();
  expect(written.users).toBe(13);
  expect(written.conversations).toBeGreaterThanOrEqual(40);
  expect(said).toHaveLength(1);

  await start();
  await scene.db.setting.deleteMany();
  await start();
  expect(await rows()).toEqual(written);
  expect(said).toHaveLength(1);
});
