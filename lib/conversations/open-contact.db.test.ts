import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openScene, type Scene } from "@/lib/testing/factories";
import { audited, SYSTEM } from "@/lib/testing/people";
import { findContact } from "./find-contact";
import { openContact } from "./open-contact";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

describe("open-contact", () => {
  it("makes a contact once, findable by its keyed hash, and stores the identity sealed", async () => {
    expect(await findContact(scene, "webchat", "device-1")).toBeNull();
    const id = await openContact(scene.ctx(SYSTEM), { channel: "webchat", externalId: "device-1" });
    expect(await openContact(scene.ctx(SYSTEM), { channel: "webchat", externalId: "device-1" })).toBe(id);
    expect(await findContact(scene, "webchat", "device-1")).toBe(id);
    const row = await scene.db.contact.findUniqueOrThrow({ where: { id } });
    expect(Buffer.from(row.identity).includes("device-1")).toBe(false);
    expect(scene.vault.open(row.vaultKeyId, { table: "contact", column: "identity", row: id }, row.identity)).toBe("device-1");
  });

  it("is somebody else on another channel", async () => {
    const web = await openContact(scene.ctx(SYSTEM), { channel: "webchat", externalId: "same" });
    expect(await openContact(scene.ctx(SYSTEM), { channel: "messenger", externalId: "same" })).not.toBe(web);
  });

  it("refuses everybody but the house itself", async () => {
    const listener = await scene.staff();
    for (const actor of [listener, { kind: "visitor", contactId: listener.id }, { kind: "nobody" }] as const)
      await expect(openContact(scene.ctx(actor), { channel: "webchat", externalId: "x" })).rejects.toMatchObject({
        code: "forbidden",
      });
    expect(await findContact(scene, "webchat", "x")).toBeNull();
  });

  it("two at once make one, and leave one key", async () => {
    const keys = await scene.db.vaultKey.count();
    const ids = await Promise.all(
      Array.from({ length: 8 }, () => openContact(scene.ctx(SYSTEM), { channel: "webchat", externalId: "crowd" })),
    );
    expect(new Set(ids).size).toBe(1);
    expect(await scene.db.vaultKey.count()).toBe(keys + 1);
    expect(
      (await audited(scene, "contact.opened")).filter((subject) => (subject as { contactId: string }).contactId === ids[0]),
    ).toEqual([{ contactId: ids[0], channel: "webchat" }]);
  });
});
