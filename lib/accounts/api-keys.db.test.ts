import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openScene, type Scene } from "@/lib/testing/factories";
import { audited, SYSTEM } from "@/lib/testing/people";
import { createApiKey } from "./create-api-key";
import { apiKeyActor } from "./load-api-key";
import { revokeApiKey } from "./revoke-api-key";

let scene: Scene;
beforeAll(async () => void (scene = await openScene()));
afterAll(async () => scene.close());

describe("keys of the public API", () => {
  it("are shown once, stored hashed, and stand for their scopes", async () => {
    const { id, key } = await createApiKey(scene.ctx(SYSTEM), {
      name: "Bot",
      scopes: ["cases:read", "cases:read", "shifts:read"],
    });
    expect(key).toMatch(/^hd3018_[A-Za-z0-9_-]{43}$/);
    expect(await apiKeyActor(scene, key)).toEqual({ kind: "key", id, scopes: ["cases:read", "shifts:read"] });
    expect(await apiKeyActor(scene, `${key}x`)).toBeNull();
    const [row] = await scene.db.$queryRaw<{ text: string }[]>`select api_key::text as text from api_key`;
    expect(row!.text).not.toContain(key);
    expect(await audited(scene, "api-key.created")).toEqual([{ keyId: id, scopes: ["cases:read", "shifts:read"] }]);
  });

  it("are withdrawn at once, once", async () => {
    const { id, key } = await createApiKey(scene.ctx(SYSTEM), { name: "Bot", scopes: ["cases:read"] });
    await Promise.all([1, 2].map(async () => revokeApiKey(scene.ctx(SYSTEM), { keyId: id })));
    expect(await apiKeyActor(scene, key)).toBeNull();
    expect(await audited(scene, "api-key.revoked")).toEqual([{ keyId: id }]);
    await expect(revokeApiKey(scene.ctx(SYSTEM), { keyId: uuid() })).rejects.toMatchObject({ code: "not-found" });
  });

  it("are administrators' business", async () => {
    const ctx = scene.ctx(await scene.staff({ roles: ["supervisor"] }));
    await expect(createApiKey(ctx, { name: "Bot", scopes: ["cases:read"] })).rejects.toMatchObject({ code: "forbidden" });
    await expect(revokeApiKey(ctx, { keyId: uuid() })).rejects.toMatchObject({ code: "forbidden" });
  });
});
