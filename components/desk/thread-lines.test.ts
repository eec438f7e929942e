import { expect, it } from "vitest";
import type { MessageView, NoteView } from "@/lib/contract/views";
import type { Outgoing } from "@/components/realtime/send-queue";
import type { DeskBody } from "./desk-context";
import { threadLines } from "./thread-lines";

const day = (at: string) => at.slice(0, 10);
const message = (seq: number, at: string, author: MessageView["author"], clientId: string | null = null): MessageView => ({
  id: `m${seq}`,
  conversationId: "c",
  seq,
  at,
  author,
  text: "…",
  marker: null,
  quickReplies: [],
  clientId,
});
const note = (id: string, at: string): NoteView => ({
  id,
  conversationId: "c",
  at,
  author: { id: "k", name: "K" },
  text: "…",
  clientId: id,
});
const outgoing = (clientId: string): Outgoing<DeskBody> => ({
  clientId,
  lane: "c",
  body: { kind: "reply", text: "…" },
  queuedAt: 0,
  state: "sending",
  reason: null,
  attempts: 0,
});
const RECEIPTS = { version: 1, visitorDelivered: 3, visitorRead: 2, counsellorRead: 0 };
const KARIM = { kind: "counsellor", id: "k", name: "K" } as const;

it("puts notes between messages by time, a line for each new day, and what has not left at the end", () => {
  const lines = threadLines(
    {
      messages: [message(1, "2026-11-23T22:00:00Z", { kind: "visitor" }), message(2, "2026-11-24T09:00:00Z", KARIM)],
      notes: [note("n", "2026-11-23T22:30:00Z")],
      receipts: RECEIPTS,
    },
    [outgoing("o")],
    day,
  );
  expect(lines.map((line) => line.key)).toEqual(["day 2026-11-23", "m1", "n", "day 2026-11-24", "m2", "o"]);
});

it("drops an unsent line once its message is stored, by the id the browser gave", () => {
  const lines = threadLines(
    { messages: [message(1, "2026-11-24T09:00:00Z", KARIM, "mine")], notes: [], receipts: RECEIPTS },
    [outgoing("mine")],
    day,
  );
  expect(lines.filter((line) => line.kind === "outgoing")).toEqual([]);
});

it("shows how far each of the counsellor's messages has come, and nothing for the child's", () => {
  const messages = [1, 2, 3, 4].map((seq) => message(seq, `2026-11-24T09:0${seq}:00Z`, seq === 1 ? { kind: "visitor" } : KARIM));
  const ticks = threadLines({ messages, notes: [], receipts: RECEIPTS }, [], day).flatMap((line) =>
    line.kind === "message" ? [line.ticks] : [],
  );
  expect(ticks).toEqual([null, "read", "delivered", "sent"]);
});

it("names who speaks once in a row, and again after somebody else or a note", () => {
  const lines = threadLines(
    {
      messages: [1, 2, 3].map((seq) => message(seq, `2026-11-24T09:0${seq}:00Z`, KARIM)),
      notes: [note("n", "2026-11-24T09:02:30Z")],
      receipts: RECEIPTS,
    },
    [],
    day,
  );
  expect(lines.flatMap((line) => (line.kind === "message" ? [line.first] : []))).toEqual([true, false, true]);
});
