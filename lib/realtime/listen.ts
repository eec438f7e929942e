import type { ClientToServer } from "@/lib/contract/events";
import { mayConversation, type Permission } from "@/lib/contract/permissions";
import { log } from "@/lib/core/log";
import type { ActivityBoard } from "./activity";
import { spend, TypingInput, WatchInput } from "./admit";
import type { House } from "./house";
import type { LiveSocket } from "./socket-types";

/**
 * The only things a client may say, and the right that each needs: everything else has no ear. A desk also needs the right to the thread
 * itself, asked at the moment; a visitor speaks of their own chat alone.
 */
export const CLIENT_EVENTS = {
  watch: ["conversation.read"],
  typing: ["conversation.reply", "conversation.note", "visitor.chat"],
  visible: ["visitor.chat"],
} as const satisfies Record<keyof ClientToServer, readonly Permission[]>;

/** Gives a socket its ears. */
export function listen(socket: LiveSocket, house: House): void {
  const { board, watches } = house;
  const { data } = socket;
  const allowed = () => spend(data.budget, performance.now());
  socket.on("watch", (thread: unknown, answer: unknown) => {
    const asked = WatchInput.safeParse(thread);
    if (typeof answer !== "function" || !asked.success || !allowed()) return;
    watches.watch(socket, asked.data).then(
      (missed) => missed && answer(missed),
      (error: unknown) => log.warn({ err: error }, "a thread could not be watched"),
    );
  });
  socket.on("typing", (signal: unknown) => {
    const said = TypingInput.safeParse(signal);
    if (said.success && allowed()) types(socket, said.data, board);
  });
  socket.on("visible", (visible: unknown) => {
    if (data.hearer.kind !== "visitor" || !allowed()) return;
    if (visible === true) looksAtChat(socket, house);
    else board.leaves(socket);
  });
  socket.on("disconnect", () => {
    data.watchCount += 1;
    data.watching = null;
    board.leaves(socket);
  });
}

/** Only in a thread that this socket watches, or in one's own chat; a note is nothing to the visitor. */
function types(
  socket: LiveSocket,
  said: { conversationId: string; typing: boolean; mode?: "reply" | "note" },
  board: ActivityBoard,
): void {
  const { hearer, watching, chat } = socket.data;
  if (hearer.kind === "visitor") {
    if (chat?.conversationId === said.conversationId) board.types(socket, said.typing, undefined, undefined);
    return;
  }
  if (watching?.conversationId !== said.conversationId) return;
  const mode = said.mode ?? "reply";
  const may = mayConversation(hearer.actor, mode === "reply" ? "conversation.reply" : "conversation.note", watching.subject);
  if (may) board.types(socket, said.typing, mode, mode === "reply" ? watching.contactId : undefined);
}

/** Whoever helps sees that the person is there; while nobody could, nothing is told. */
export function looksAtChat(socket: LiveSocket, { board }: House): void {
  const { chat } = socket.data;
  if (chat && chat.state !== "closed") void board.looks(socket, { c: chat.conversationId, w: "visitor", a: "viewing" });
}
