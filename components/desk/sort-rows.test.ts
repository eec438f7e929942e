import { describe, expect, it } from "vitest";
import type { ConversationRow } from "@/lib/contract/views";
import { heldOrder, NO_FILTER, sortRows, waitsSince } from "./sort-rows";

const NOW = Date.parse("2026-11-24T20:00:00.000Z");
const ago = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString();
const ME = { id: "me", name: "Karim" };

function row(id: string, given: Partial<ConversationRow>): ConversationRow {
  return {
    id,
    version: 1,
    number: 1,
    channel: "webchat",
    source: null,
    state: "waiting",
    danger: "F1",
    skill: "listening",
    language: "fr",
    topic: null,
    reason: "user_request",
    createdAt: ago(60),
    waitingSince: ago(5),
    offer: null,
    letPass: 0,
    counsellor: null,
    relay: null,
    lastMessageAt: ago(5),
    unansweredSince: null,
    closedAt: null,
    preview: null,
    unread: 0,
    ...given,
  };
}
const active = (id: string, counsellor: { id: string; name: string }, given: Partial<ConversationRow> = {}) =>
  row(id, { state: "active", waitingSince: null, counsellor, ...given });
const sorted = (rows: ConversationRow[], filter = NO_FILTER) =>
  sortRows(rows, { myId: "me", now: NOW, ageingMinutes: 20, filter });
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);

describe("the desk's sections", () => {
  it("puts danger before waiting, and waiting before arrival", () => {
    const { waiting } = sorted([
      row("late", { waitingSince: ago(1) }),
      row("early", { waitingSince: ago(9) }),
      row("danger", { danger: "F4", waitingSince: ago(0) }),
    ]);
    expect(ids(waiting)).toEqual(["danger", "early", "late"]);
  });

  it("lets a relay wait from when it was asked, and keeps it with the one who asked", () => {
    const relay = { id: "r", from: ME, to: null, skill: "legal" as const, since: ago(3) };
    const theirs = active("theirs", { id: "ines", name: "Inès" }, { relay: { ...relay, from: { id: "ines", name: "Inès" } } });
    const mine = active("mine", ME, { relay });
    expect(waitsSince(theirs)).toBe(relay.since);
    const sections = sorted([theirs, mine]);
    expect(ids(sections.waiting)).toEqual(["theirs"]);
    expect(ids(sections.mine)).toEqual(["mine"]);
    expect(ids(sections.team)).toEqual([]);
  });

  it("shows the longest unanswered of mine first, the answered after", () => {
    const { mine } = sorted([
      active("answered", ME, { lastMessageAt: ago(1) }),
      active("short", ME, { unansweredSince: ago(2) }),
      active("long", ME, { unansweredSince: ago(30) }),
    ]);
    expect(ids(mine)).toEqual(["long", "short", "answered"]);
  });

  it("never shows a row twice nor loses an open one", () => {
    const rows = [
      row("w", {}),
      active("m", ME),
      active("t", { id: "x", name: "X" }),
      row("b", { state: "bot", waitingSince: null }),
    ];
    const all = Object.values(sorted(rows)).flatMap(ids);
    expect([...all].sort()).toEqual(["b", "m", "t", "w"]);
  });

  it("narrows to a skill, a channel, a danger, together", () => {
    const rows = [row("a", { skill: "legal", danger: "F2" }), row("b", { skill: "legal" }), row("c", { danger: "F2" })];
    expect(ids(sorted(rows, { ...NO_FILTER, skill: "legal", danger: "F2" }).waiting)).toEqual(["a"]);
    expect(ids(sorted(rows, { ...NO_FILTER, channel: "whatsapp" }).waiting)).toEqual([]);
  });
});

describe("a held list", () => {
  it("stands still: what is new is counted, what is gone is gone, what changed is fresh", () => {
    const changed = row("a", { version: 2 });
    const held = heldOrder([row("new", {}), row("b", {}), changed], ["a", "gone", "b"]);
    expect(ids(held.rows)).toEqual(["a", "b"]);
    expect(held.rows[0]).toBe(changed);
    expect(held.fresh).toBe(1);
  });
});
