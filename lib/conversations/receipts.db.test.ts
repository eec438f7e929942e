import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/contract/actor";
import { openScene, TUESDAY_15H, type Scene } from "@/lib/testing/factories";
import { emitted } from "@/lib/testing/people";
import { markRead } from "./mark-read";
import { receiveMessage } from "./receive-message";
import { recordReceipts } from "./record-receipts";
import { reply } from "./reply";

let scene: Scene;
let camille: StaffActor;
beforeAll(async () => {
  scene = await openScene();
  camille = await scene.staff();
});
afterAll(() => scene.close());

/** Three words of the visitor, then one of the counsellor. */
async function talk() {
  const made = await scene.conversation({ state: "active", counsellorId: camille.id });
  for (const text of ["un", "deux", "trois"])
    await receiveMessage(scene.ctx(made.visitor), { contactId: made.contactId, text, clientId: uuid(), language: "fr" });
  await reply(scene.ctx(camille), { conversationId: made.id, clientId: uuid(), text: "oui" });
  return made;
}
const row = (id: string) => scene.db.conversation.findUniqueOrThrow({ where: { id } });
const told = async (id: string) =>
  (await emitted(scene, "receipts.changed")).filter(({ event }) => (event as { conversationId: string }).conversationId === id);

describe("mark-read", () => {
  it("climbs, never past the end, and counts what is left unread", async () => {
    const { id } = await talk();
    expect(await markRead(scene.ctx(camille), { conversationId: id, seq: 2 })).toEqual({ seq: 2, unread: 1 });
    expect(await markRead(scene.ctx(camille), { conversationId: id, seq: 1 })).toEqual({ seq: 2, unread: 1 });
    expect(await markRead(scene.ctx(camille), { conversationId: id, seq: 999 })).toEqual({ seq: 4, unread: 0 });
    expect(await row(id)).toMatchObject({ counsellorReadSeq: 4, unread: 0, receiptsVersion: 3 });
  });

  it("is the counsellor's alone: a supervisor's look marks nothing", async () => {
    const { id } = await talk();
    const supervisor = await scene.staff({ roles: ["supervisor"] });
    await expect(markRead(scene.ctx(supervisor), { conversationId: id, seq: 3 })).rejects.toMatchObject({ code: "forbidden" });
    await expect(markRead(scene.ctx(await scene.staff()), { conversationId: id, seq: 3 })).rejects.toMatchObject({
      code: "not-found",
    });
    const closed = await scene.conversation({ state: "closed", counsellorId: camille.id, closedAt: TUESDAY_15H });
    await expect(markRead(scene.ctx(camille), { conversationId: closed.id, seq: 1 })).rejects.toMatchObject({
      code: "wrong-state",
    });
    expect(await row(id)).toMatchObject({ counsellorReadSeq: 0, unread: 3 });
  });

  it("two screens and a new word at once agree in the end", async () => {
    const { id, contactId, visitor } = await talk();
    await Promise.all([
      ...[4, 2, 3, 1].map((seq) => markRead(scene.ctx(camille), { conversationId: id, seq })),
      receiveMessage(scene.ctx(visitor), { contactId, text: "quatre", clientId: uuid(), language: "fr" }),
    ]);
    expect(await row(id)).toMatchObject({ counsellorReadSeq: 4, unread: 1, lastSeq: 5 });
  });

  it("tells thread and visitor of the tick and the desk of the row, once", async () => {
    const { id, contactId } = await talk();
    await markRead(scene.ctx(camille), { conversationId: id, seq: 3 });
    await markRead(scene.ctx(camille), { conversationId: id, seq: 3 });
    expect(await told(id)).toEqual([
      {
        rooms: [`conversation:${id}`, `visitor:${contactId}`],
        event: { type: "receipts.changed", conversationId: id, version: 2 },
      },
    ]);
    const { version } = await row(id);
    const last = (await emitted(scene, "conversation.changed")).at(-1);
    expect(last).toEqual({
      rooms: ["desk", `conversation:${id}`, `visitor:${contactId}`],
      event: { type: "conversation.changed", conversationId: id, version },
    });
  });
});

describe("record-receipts", () => {
  const record = (made: Awaited<ReturnType<typeof talk>>, delivered: number, read: number) =>
    recordReceipts(scene.ctx(made.visitor), { conversationId: made.id, delivered, read });

  it("climbs, never past the end; what was read was delivered", async () => {
    const made = await talk();
    await record(made, 3, 1);
    expect(await row(made.id)).toMatchObject({ visitorDelivered: 3, visitorReadSeq: 1 });
    await record(made, 1, 4);
    expect(await row(made.id)).toMatchObject({ visitorDelivered: 4, visitorReadSeq: 4 });
    await record(made, 999, 0);
    expect(await row(made.id)).toMatchObject({ visitorDelivered: 4, visitorReadSeq: 4, receiptsVersion: 3 });
  });

  it("is the visitor's own, and possible after the end", async () => {
    const made = await talk();
    const other = { kind: "visitor", contactId: uuid() } as const;
    await expect(recordReceipts(scene.ctx(other), { conversationId: made.id, delivered: 4, read: 4 })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(recordReceipts(scene.ctx(camille), { conversationId: made.id, delivered: 4, read: 4 })).rejects.toMatchObject({
      code: "forbidden",
    });
    await scene.db.conversation.update({ where: { id: made.id }, data: { state: "closed", closedAt: TUESDAY_15H } });
    await record(made, 4, 4);
    expect(await row(made.id)).toMatchObject({ visitorReadSeq: 4 });
  });

  it("many at once climb to the highest", async () => {
    const made = await talk();
    await Promise.all([1, 4, 2, 3, 4].map((seq) => record(made, seq, seq)));
    expect(await row(made.id)).toMatchObject({ visitorDelivered: 4, visitorReadSeq: 4 });
  });

  it("tells the two who see ticks, leaves the row as it is, and is not audited", async () => {
    const made = await talk();
    const [{ version }, audits] = [await row(made.id), await scene.db.auditEntry.count()];
    await record(made, 2, 2);
    await record(made, 2, 2);
    expect(await told(made.id)).toEqual([
      {
        rooms: [`conversation:${made.id}`, `visitor:${made.contactId}`],
        event: { type: "receipts.changed", conversationId: made.id, version: 2 },
      },
    ]);
    expect((await row(made.id)).version).toBe(version);
    expect(await scene.db.auditEntry.count()).toBe(audits);
  });
});
