import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { change } from "@/lib/core/change";
import { lockConversation } from "@/lib/conversations/load";
import { updateConversation } from "@/lib/conversations/update-conversation";
import { eventually } from "@/lib/testing/eventually";
import { activity, has, LiveScene } from "@/lib/testing/live-scene";

let house: LiveScene;
beforeAll(async () => void (house = await LiveScene.open()));
afterAll(() => house.close());
afterEach(() => house.hangUp());

describe("what is volatile", () => {
  it("shows typing to the other side on another server, and a note's typing to colleagues alone", async () => {
    const { counsellor, supervisor, visitor, id } = await house.cast();
    const mine = await house.live(counsellor, { watching: id }, 0);
    const seen = await house.live(supervisor, { watching: id }, 1);
    const child = await house.live(visitor, {}, 1);
    mine.socket.emit("typing", { conversationId: id, typing: true, mode: "note" });
    const byCounsellor = { conversationId: id, who: { kind: "staff", id: counsellor.id, name: counsellor.name } };
    await eventually("the colleague sees it", () =>
      activity(seen).some((body) => JSON.stringify(body).includes('"mode":"note"')),
    );
    mine.socket.emit("typing", { conversationId: id, typing: true, mode: "reply" });
    await eventually("the child sees it", () => activity(child).length > 0);
    expect(activity(child)[0]).toEqual({ ...byCounsellor, activity: "typing" });
    expect(JSON.stringify(activity(child))).not.toContain("note");
    mine.socket.emit("typing", { conversationId: id, typing: false, mode: "reply" });
    await eventually("it ends", () => activity(child).some((body) => (body as { activity: string }).activity === "gone"));

    child.socket.emit("typing", { conversationId: id, typing: true });
    await eventually("the counsellor sees the child type", () =>
      activity(mine).some(
        (body) => JSON.stringify(body) === JSON.stringify({ conversationId: id, who: { kind: "visitor" }, activity: "typing" }),
      ),
    );
    expect(activity(mine).some((body) => JSON.stringify(body).includes(counsellor.id))).toBe(false);
  });

  it("tells a newcomer who is here, and everybody who goes", async () => {
    const { counsellor, supervisor, id } = await house.cast();
    const mine = await house.live(counsellor, { watching: id }, 0);
    const seen = await house.live(supervisor, {}, 1);
    await eventually("told between servers", async () => {
      seen.signals.length = 0;
      await seen.socket.timeout(5000).emitWithAck("watch", { conversationId: id, cursor: await house.cursor() });
      await new Promise((resolve) => setTimeout(resolve, 100));
      return activity(seen).some((body) => JSON.stringify(body).includes(counsellor.id));
    });
    mine.socket.disconnect();
    await eventually("gone", () => activity(seen).some((body) => (body as { activity: string }).activity === "gone"));
  });

  it("drops typing in a conversation that is not one's own or not open, and what nobody listens for", async () => {
    const { counsellor, visitor, id } = await house.cast();
    const stranger = (await house.cast()).visitor;
    const mine = await house.live(counsellor, { watching: id });
    const other = await house.live(stranger);
    const unopened = await house.live(await house.scene.staff());
    other.socket.emit("typing", { conversationId: id, typing: true });
    unopened.socket.emit("typing", { conversationId: id, typing: true, mode: "reply" });
    unopened.socket.emit("conversation.close", { conversationId: id });
    unopened.socket.emit("typing", "nonsense");
    const child = await house.live(visitor);
    child.socket.emit("typing", { conversationId: id, typing: true });
    await eventually("the child's own", () =>
      activity(mine).some((body) => (body as { activity: string }).activity === "typing"),
    );
    expect(activity(mine).every((body) => JSON.stringify(body).includes('"kind":"visitor"'))).toBe(true);
    expect(unopened.socket.connected).toBe(true);
  });

  it("tells a waiting visitor their place, again only when it changes", async () => {
    const { visitor, id } = await house.scene.conversation({ state: "waiting" });
    const ear = await house.live(visitor);
    await eventually("a place", () => has(ear, "wait"));
    expect(ear.signals.find(({ name }) => name === "wait")!.body).toMatchObject({ place: expect.any(Number) as number });
    const counsellor = await house.scene.staff();
    await change(house.scene.ctx(counsellor), async (work) => {
      await updateConversation(work, await lockConversation(work.tx, id), { state: "active", counsellorId: counsellor.id });
      work.audit("test.taken", { id });
    });
    await eventually("no place any more", () => ear.signals.findLast(({ name }) => name === "wait")!.body === null);
  });

  it("closes a socket that sends more than a few ids", async () => {
    const ear = await house.live(await house.scene.staff());
    ear.socket.emit("typing", { conversationId: "x".repeat(20_000), typing: true });
    await eventually("closed", () => has(ear, "disconnect"));
  });
});
