import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { colleague, cursor, DESK, LINE, ME, message, note, panel, receipts, row, THREAD } from "@/lib/testing/view-fixtures";
import { applyDeskEvent, applyThreadEvent, heardUpTo } from "./apply-event";
import type { DeskEvent } from "./events";
import type { DeskView, ThreadView } from "./views";

const applyThread = (thread: ThreadView, event: DeskEvent) => applyThreadEvent(thread, event, ME);

/** A log as servers write it: versions grow, seqs have no gaps. */
const logs = fc
  .array(
    fc.record({
      kind: fc.constantFrom("row", "closed", "message", "note", "receipts", "panel", "colleague", "left", "line"),
      which: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 40 },
  )
  .map((steps) => {
    const counts = new Map<string, number>();
    const next = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1).get(key)!;
    return steps.map(({ kind, which }, index): DeskEvent => {
      const at = cursor(index + 1);
      const id = `c${which}`;
      switch (kind) {
        case "row":
        case "closed":
          return {
            cursor: at,
            type: "conversation.changed",
            row: row(id, next(`row ${id}`), kind === "closed" ? { state: "closed" } : {}),
          };
        case "message":
          return { cursor: at, type: "message.added", message: message(next("seq")) };
        case "note":
          return { cursor: at, type: "note.added", note: note(next("note")) };
        case "receipts":
          return { cursor: at, type: "receipts.changed", conversationId: "c1", receipts: receipts(next("receipts") + 1) };
        case "panel":
          return { cursor: at, type: "panel.changed", conversationId: "c1", panel: panel(next("panel") + 1) };
        case "colleague":
          return { cursor: at, type: "colleague.changed", userId: id, colleague: colleague(id, next(`who ${id}`)) };
        case "left":
          return { cursor: at, type: "colleague.changed", userId: id, colleague: null };
        default:
          return { cursor: at, type: "line.changed", line: { ...LINE, open: which === 1 } };
      }
    });
  });

/** The order of lists that screens sort themselves. */
const seen = ({ rows, colleagues, ...desk }: DeskView) => ({
  ...desk,
  rows: new Set(rows.map((r) => JSON.stringify(r))),
  colleagues: new Set(colleagues.map((c) => JSON.stringify(c))),
});

describe("any replay", () => {
  it("of anything already heard, at any moment, yields the same screens", () => {
    fc.assert(
      fc.property(logs, fc.array(fc.nat(), { maxLength: 60 }), (log, replays) => {
        const churned = log.flatMap((event, index) => [
          event,
          ...replays.filter((n) => n % log.length <= index).map((n) => log[n % (index + 1)]!),
        ]);
        expect(churned.reduce(applyDeskEvent, DESK)).toEqual(log.reduce(applyDeskEvent, DESK));
        expect(churned.reduce(applyThread, THREAD)).toEqual(log.reduce(applyThread, THREAD));
      }),
    );
  });

  it("into a snapshot that is younger than its cursor yields the same screens", () => {
    fc.assert(
      fc.property(logs, fc.nat(), fc.nat(), (log, a, b) => {
        const [from, to] = [a % (log.length + 1), b % (log.length + 1)].sort((x, y) => x - y) as [number, number];
        const young = { ...log.slice(0, to).reduce(applyDeskEvent, DESK), cursor: cursor(from) };
        expect(seen(log.slice(from).reduce(applyDeskEvent, { ...young }))).toEqual(seen(log.reduce(applyDeskEvent, DESK)));
        const thread = { ...log.slice(0, to).reduce(applyThread, THREAD), cursor: cursor(from) };
        expect(log.slice(from).reduce(applyThread, thread)).toEqual(log.reduce(applyThread, THREAD));
      }),
    );
  });

  it("moves the place in the log forward only", () => {
    expect(heardUpTo(DESK, cursor(7)).cursor).toBe(cursor(7));
    expect(heardUpTo({ ...DESK, cursor: cursor(9) }, cursor(7)).cursor).toBe(cursor(9));
  });
});
