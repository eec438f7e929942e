import type { Receipts, MessageView, NoteView } from "@/lib/contract/views";
import { notYetStored } from "@/lib/contract/apply-event";
import type { Outgoing } from "@/components/realtime/send-queue";
import type { DeskBody } from "./desk-context";

/** One line of a thread, in the order in which things happened. */
export type ThreadLine =
  | { kind: "day"; key: string; at: string }
  | { kind: "message"; key: string; message: MessageView; first: boolean; ticks: Ticks | null }
  | { kind: "note"; key: string; note: NoteView }
  | { kind: "outgoing"; key: string; item: Outgoing<DeskBody> };

/** How far a counsellor's message has come. */
export type Ticks = "sent" | "delivered" | "read";

interface Thread {
  messages: readonly MessageView[];
  notes: readonly NoteView[];
  receipts: Receipts;
}

/** Messages and notes by time, a line for each new day, one's own unsent lines at the end. `day` names the local day of an instant. */
export function threadLines(thread: Thread, outgoing: readonly Outgoing<DeskBody>[], day: (at: string) => string): ThreadLine[] {
  const timed = [
    ...thread.messages.map((message) => ({ at: message.at, order: message.seq, message, note: null })),
    ...thread.notes.map((note) => ({ at: note.at, order: Number.MAX_SAFE_INTEGER, message: null, note })),
  ].sort((a, b) => (a.at === b.at ? a.order - b.order : a.at < b.at ? -1 : 1));

  const lines: ThreadLine[] = [];
  let today = "";
  let speaker = "";
  for (const { at, message, note } of timed) {
    if (day(at) !== today) {
      today = day(at);
      speaker = "";
      lines.push({ kind: "day", key: `day ${today}`, at });
    }
    if (note) {
      speaker = "";
      lines.push({ kind: "note", key: note.id, note });
    } else if (message) {
      const author = message.author.kind === "counsellor" ? message.author.id : message.author.kind;
      lines.push({
        kind: "message",
        key: message.id,
        message,
        first: author !== speaker,
        ticks: ticksOf(message, thread.receipts),
      });
      speaker = author;
    }
  }
  const stored = [...thread.messages, ...thread.notes];
  return [...lines, ...notYetStored(outgoing, stored).map((item) => ({ kind: "outgoing" as const, key: item.clientId, item }))];
}

function ticksOf(message: MessageView, receipts: Receipts): Ticks | null {
  if (message.author.kind !== "counsellor") return null;
  if (message.seq <= receipts.visitorRead) return "read";
  return message.seq <= receipts.visitorDelivered ? "delivered" : "sent";
}
