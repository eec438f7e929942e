import { expect, it } from "vitest";
import { isAfter } from "@/lib/contract/cursor";
import type { StoredEvent } from "@/lib/contract/events";
import { coalesce } from "./coalesce";

const log = (...events: StoredEvent[]) => events.map((event, n) => ({ cursor: `700:${n}`, rooms: [], event }));
const changed = (conversationId: string, version: number): StoredEvent => ({
  type: "conversation.changed",
  conversationId,
  version,
});
const said = (seq: number): StoredEvent => ({ type: "message.added", conversationId: "a", seq, messageId: `m${seq}` });

it("keeps the first and the last announcement of each thing, and every message", () => {
  const batch = log(changed("a", 1), said(1), changed("a", 2), changed("b", 7), said(2), changed("a", 3), {
    type: "line.changed",
  });
  expect(coalesce(batch).map(({ cursor }) => cursor)).toEqual(["700:0", "700:1", "700:3", "700:4", "700:5", "700:6"]);
});

it("reaches everybody whom one of the announcements was for", () => {
  const [first, second] = log(changed("a", 1), changed("a", 2));
  const merged = coalesce([
    { ...first!, rooms: ["visitor:v"] },
    { ...second!, rooms: ["desk", "visitor:v"] },
  ]);
  const rooms = ["visitor:v", "desk"];
  expect(merged).toEqual([
    { ...first!, rooms },
    { ...second!, rooms },
  ]);
});

it("leaves something to a thread whose own cursor lies within the batch", () => {
  const [known, ...news] = log(changed("a", 1), changed("a", 2), changed("a", 3));
  const after = coalesce([known!, ...news]).filter(({ cursor }) => isAfter(cursor, known!.cursor));
  expect(after.map(({ event }) => event)).toEqual([changed("a", 3)]);
});

it("does not mistake one thing for another", () => {
  const batch = log(
    changed("a", 1),
    { type: "receipts.changed", conversationId: "a", version: 1 },
    { type: "panel.changed", conversationId: "a", version: 1 },
    { type: "colleague.changed", userId: "a", version: 1 },
    { type: "account.changed", userId: "a" },
    { type: "session.revoked", sessionId: "a" },
    { type: "note.added", conversationId: "a", noteId: "a" },
  );
  expect(coalesce(batch)).toEqual(batch);
});
