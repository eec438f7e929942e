import { v7 as uuid } from "uuid";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { DeskEvent } from "@/lib/contract/events";
import { change } from "@/lib/core/change";
import { addNote } from "@/lib/conversations/add-note";
import { lockConversation } from "@/lib/conversations/load";
import { reply } from "@/lib/conversations/reply";
import { updateConversation } from "@/lib/conversations/update-conversation";
import { eventually } from "@/lib/testing/eventually";
import { has, inStep, LiveScene, types, type Ear } from "@/lib/testing/live-scene";

let house: LiveScene;
beforeAll(async () => void (house = await LiveScene.open()));
afterAll(() => house.close());
afterEach(() => house.hangUp());

describe("what is heard", () => {
  it("reaches desks on every server, with the first words only for those who may read them", async () => {
    const { counsellor, colleague, supervisor, visitor, id } = await house.cast();
    const [mine, theirs, seen] = [
      await house.live(counsellor, {}, 0),
      await house.live(colleague, {}, 1),
      await house.live(supervisor, {}, 1),
    ];
    await house.says(visitor, "j'ai peur d'y retourner");
    for (const ear of [mine, theirs, seen]) await eventually("the row", () => types(ear).includes("conversation.changed"));
    const row = (ear: Ear) =>
      ear.heard.find((event) => event.type === "conversation.changed" && "row" in event && event.row.id === id);
    expect(row(mine)).toMatchObject({ row: { preview: "j'ai peur d'y retourner", unread: 1 } });
    expect(row(seen)).toMatchObject({ row: { preview: "j'ai peur d'y retourner", unread: 1 } });
    expect(row(theirs)).toMatchObject({ row: { preview: null, unread: 0 } });
    expect(JSON.stringify(theirs.heard)).not.toContain("peur");
    expect(types(theirs)).not.toContain("message.added");
  });

  it("gives a visitor their own thread, and never a note, the panel, a colleague or somebody else's words", async () => {
    const { counsellor, supervisor, visitor, id } = await house.cast();
    const other = await house.cast();
    const ear = await house.live(visitor);
    const stranger = await house.live(other.visitor, {}, 1);
    await addNote(house.scene.ctx(counsellor), { conversationId: id, clientId: uuid(), text: "note interne" });
    await change(house.scene.ctx(supervisor), async (work) => {
      // Misdirected on purpose: `present` is the wall, not the rooms.
      const noteId = (await work.tx.note.findFirstOrThrow({ where: { conversationId: id } })).id;
      work.emit([`visitor:${visitor.contactId}`], { type: "note.added", conversationId: id, noteId });
      work.emit([`visitor:${visitor.contactId}`], { type: "panel.changed", conversationId: id, version: 1 });
      work.emit([`visitor:${visitor.contactId}`], { type: "colleague.changed", userId: counsellor.id, version: 1 });
      work.emit([`visitor:${other.visitor.contactId}`], { type: "conversation.changed", conversationId: id, version: 1 });
      work.audit("test.misdirected", {});
    });
    await reply(house.scene.ctx(counsellor), { conversationId: id, clientId: uuid(), text: "je suis là" });
    await eventually("the answer", () => types(ear).includes("message.added"));
    expect(JSON.stringify(ear.heard)).not.toContain("interne");
    expect(new Set(types(ear))).toEqual(new Set(["conversation.changed", "message.added"]));
    expect(stranger.heard).toEqual([]);
  });

  it("lets a thread be heard by whoever may read it, from its own cursor on, and leaves a trace", async () => {
    const { counsellor, colleague, supervisor, visitor, id } = await house.cast();
    const cursor = await house.cursor();
    await house.says(visitor, "avant");
    await house.allHeard();
    const watch = async (ear: Ear) =>
      (await ear.socket.timeout(5000).emitWithAck("watch", { conversationId: id, cursor })) as {
        ok: boolean;
        events?: DeskEvent[];
      };
    const mine = await house.live(counsellor);
    expect((await watch(mine)).events!.map(({ type }) => type)).toContain("message.added");
    expect(await watch(await house.live(colleague))).toEqual({ ok: false, resync: false });
    expect((await watch(await house.live(supervisor))).ok).toBe(true);
    const traces = await house.scene.db.auditEntry.findMany({
      where: { verb: "conversation.opened-by-other", actorId: supervisor.id },
    });
    expect(traces).toHaveLength(1);

    mine.heard.length = 0;
    await house.says(visitor, "après");
    await eventually("the message", () => types(mine).includes("message.added"));
  });

  it("tells who watches that the right is gone, and stops", async () => {
    const { counsellor, colleague, supervisor, visitor, id } = await house.cast();
    const mine = await house.live(counsellor, { watching: id }, 1);
    await change(house.scene.ctx(supervisor), async (work) => {
      await updateConversation(work, await lockConversation(work.tx, id), { counsellorId: colleague.id });
      work.audit("test.reassigned", { id });
    });
    await eventually("unwatched", () => has(mine, "unwatch"));
    mine.heard.length = 0;
    await house.says(visitor, "à toi seulement");
    await eventually("the masked row", () => types(mine).includes("conversation.changed"));
    expect(JSON.stringify(mine.heard)).not.toContain("seulement");
    expect(types(mine)).not.toContain("message.added");
  });

  it("catches up what was missed, in order, on another server", async () => {
    const { counsellor, visitor, id } = await house.cast();
    const cursor = await house.cursor();
    for (let n = 1; n <= 30; n += 1) await house.says(visitor, `mot ${n}`);
    await house.allHeard();
    const ear = house.listen(counsellor, { cursor, watching: id }, 1);
    await inStep(ear);
    const seqs = ear.heard.flatMap((event) => (event.type === "message.added" ? [event.message.seq] : []));
    expect(seqs).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
  });

  it("sends the row twice at most for many changes in one batch", async () => {
    const { counsellor, supervisor, id } = await house.cast();
    const ear = await house.live(counsellor);
    await change(house.scene.ctx(supervisor), async (work) => {
      const conversation = await lockConversation(work.tx, id);
      for (let n = 0; n < 20; n += 1) await updateConversation(work, conversation, { danger: "F2" });
      work.audit("test.many", { id });
    });
    await eventually("the row", () => types(ear).includes("conversation.changed"));
    expect(types(ear).filter((type) => type === "conversation.changed")).toHaveLength(2);
  });
});
