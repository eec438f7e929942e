import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { StaffActor } from "@/lib/contract/actor";
import { ImportHistoryInput } from "@/lib/contract/inputs";
import { statementsOf } from "@/lib/testing/count-statements";
import { openScene, type Scene } from "@/lib/testing/factories";
import { audited, SYSTEM } from "@/lib/testing/people";
import { importHistory } from "./import-history";

type Given = z.input<typeof ImportHistoryInput>["conversations"][number];
let scene: Scene;
let camille: StaffActor;
beforeAll(async () => {
  scene = await openScene();
  camille = await scene.staff();
});
afterAll(() => scene.close());

const past = (externalId: string, given: Partial<Given> = {}): Given => ({
  channel: "webchat",
  source: "app",
  externalId,
  language: "fr",
  createdAt: "2025-12-31T22:30:00.000Z",
  closedAt: "2025-12-31T23:30:00.000Z",
  danger: "F2",
  skill: "listening",
  topic: "harcelement.cyber",
  counsellorId: camille.id,
  messages: [
    { at: "2025-12-31T22:30:00.000Z", from: "visitor", text: "allo, un secret" },
    { at: "2025-12-31T22:31:00.000Z", from: "bot", text: "Je suis un robot." },
    { at: "2025-12-31T22:40:00.000Z", from: "counsellor", text: "Bonjour" },
  ],
  tags: [
    { axis: "motif", code: "harcelement.cyber" },
    { axis: "outcome", code: "resolu" },
  ],
  ...given,
});
const bring = (...conversations: Given[]) => importHistory(scene.ctx(SYSTEM), ImportHistoryInput.parse({ conversations }));

describe("import-history", () => {
  it("stores what the verbs would have: sealed, numbered, everything ended", async () => {
    await bring(past("anna"));
    const row = await scene.db.conversation.findFirstOrThrow({
      where: { contact: { identityHash: scene.vault.lookup("webchat", "anna") } },
      include: {
        messages: { orderBy: { seq: "asc" } },
        assignments: true,
        escalations: true,
        dangers: true,
        cases: { include: { case: true } },
      },
    });
    expect(row).toMatchObject({
      state: "closed",
      danger: "F2",
      counsellorId: camille.id,
      lastSeq: 3,
      outcome: "resolu",
      unread: 0,
    });
    expect(row.messages.map((message) => [message.seq, message.author])).toEqual([
      [1, "visitor"],
      [2, "bot"],
      [3, "counsellor"],
    ]);
    const [first] = row.messages;
    expect(scene.vault.open(row.vaultKeyId, { table: "message", column: "body", row: first!.id }, first!.body!)).toBe(
      "allo, un secret",
    );
    expect(row.assignments[0]).toMatchObject({ since: new Date("2025-12-31T22:40:00Z"), endReason: "closed" });
    expect(row.escalations[0]).toMatchObject({ at: new Date("2025-12-31T22:31:00Z"), outcome: "taken" });
    expect(row.dangers[0]).toMatchObject({ fromLevel: "FX", toLevel: "F2", byId: camille.id });
    expect(row.cases[0]!.case).toMatchObject({ year: 2025, ordinal: 1 });
  });

  it("adds nothing the second time, and knows a person again", async () => {
    const [first, second] = [past("ben"), past("ben", { createdAt: "2026-01-02T10:00:00Z", closedAt: "2026-01-02T11:00:00Z" })];
    expect(await bring(first)).toEqual({ imported: 1 });
    const keys = await scene.db.vaultKey.count();
    expect(await bring(first, second)).toEqual({ imported: 1 });
    expect(await bring(first, second)).toEqual({ imported: 0 });
    expect(await scene.db.contact.count({ where: { identityHash: scene.vault.lookup("webchat", "ben") } })).toBe(1);
    expect(await scene.db.vaultKey.count()).toBe(keys + 1);
  });

  it("numbers the cases of a year without a gap, in the order of their beginnings", async () => {
    const at = (minute: number) => ({ createdAt: `2024-05-01T10:${minute}:00Z`, closedAt: "2024-05-01T12:00:00Z" });
    await Promise.all([bring(past("c", at(30)), past("d", at(10))), bring(past("e", at(20)))]);
    const cases = await scene.db.case.findMany({ where: { year: 2024 }, orderBy: { ordinal: "asc" } });
    expect(cases.map((one) => one.ordinal)).toEqual([1, 2, 3]);
    const ofOneBatch = cases.map((one) => one.openedAt.getUTCMinutes()).filter((minute) => minute !== 20);
    expect(ofOneBatch).toEqual([10, 30]);
  });

  it("the same batch twice at once is stored once", async () => {
    const batch = [past("f"), past("g")];
    const done = await Promise.all([bring(...batch), bring(...batch)]);
    expect(done.map((one) => one.imported).sort()).toEqual([0, 2]);
  });

  it("is the house's own, and refuses what cannot have been", async () => {
    const admin = await scene.staff({ roles: ["administrator"] });
    const input = ImportHistoryInput.parse({ conversations: [past("h")] });
    await expect(importHistory(scene.ctx(admin), input)).rejects.toMatchObject({ code: "forbidden" });
    for (const wrong of [
      past("h", { closedAt: "2025-01-01T00:00:00Z" }),
      past("h", { topic: "nonsense" }),
      past("h", { counsellorId: null }),
      past("h", { tags: [{ axis: "age", code: "12" }] }),
    ])
      await expect(bring(past("i"), wrong)).rejects.toMatchObject({ code: "invalid" });
    expect(await scene.db.contact.count({ where: { identityHash: scene.vault.lookup("webchat", "i") } })).toBe(0);
  });

  it("leaves one audit entry a batch and no event, and costs a few statements for hundreds of conversations", async () => {
    const events = await scene.db.eventLog.count();
    const before = (await audited(scene, "history.imported")).length;
    const batch = Array.from({ length: 300 }, (_, index) => past(`crowd ${index}`));
    expect((await statementsOf(() => bring(...batch))).length).toBeLessThan(30);
    expect((await audited(scene, "history.imported")).slice(before)).toEqual([{ conversations: 300, messages: 900 }]);
    expect(await scene.db.eventLog.count()).toBe(events);
  });
});
