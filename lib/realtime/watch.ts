import { LRUCache } from "lru-cache";
import type { StaffActor } from "@/lib/contract/actor";
import type { Cursor } from "@/lib/contract/cursor";
import type { ClientToServer, DeskEvent } from "@/lib/contract/events";
import { mayConversation } from "@/lib/contract/permissions";
import { contextFor } from "@/lib/core/context";
import { Refusal } from "@/lib/core/errors";
import { loadConversation, subjectOf } from "@/lib/conversations/load";
import { openThread } from "@/lib/conversations/open-thread";
import type { ActivityBoard } from "./activity";
import { catchUp, isKept } from "./catch-up";
import { threadRoom } from "./rooms";
import type { Means } from "./shelf";
import type { LiveSocket, SocketData } from "./socket-types";
import type { Tail } from "./tail";

type Answer = Parameters<Parameters<ClientToServer["watch"]>[1]>[0];

/** A reconnect, or the step from the page to its socket, is not another reading: traced once in so long per session. */
const TRACED_MS = 15 * 60_000;

/** Hearing one thread: who may, from where on, and when no more. */
export class Watches {
  readonly #means: Means;
  readonly #tail: Tail;
  readonly #board: ActivityBoard;
  readonly #traced = new LRUCache<string, true>({ max: 10_000, ttl: TRACED_MS });

  constructor(means: Means, tail: Tail, board: ActivityBoard) {
    this.#means = means;
    this.#tail = tail;
    this.#board = board;
  }

  /**
   * Follows a thread instead of the former one: answers what was missed since its cursor and joins its room in the same tick. Null, and
   * no answer, when another `watch` or the end of the socket overtook it: a refusal would take the thread off the screen.
   */
  async watch(socket: LiveSocket, thread: { conversationId: string; cursor: Cursor } | null): Promise<Answer | null> {
    const { data } = socket;
    const turn = (data.watchCount += 1);
    this.leave(socket);
    if (!thread) return { ok: true, events: [] };
    const watching = await this.mayWatch(socket, thread.conversationId);
    if (!watching) return { ok: false, resync: false };
    if (!(await isKept(this.#means.db, thread.cursor, this.#tail.position))) return { ok: false, resync: true };
    const events: DeskEvent[] = [];
    const end = await catchUp({
      tail: this.#tail,
      means: this.#means,
      hearer: data.hearer,
      rooms: [threadRoom(thread.conversationId)],
      after: thread.cursor,
      going: () => socket.connected && data.watchCount === turn,
      deliver: (wires) => void events.push(...(wires as DeskEvent[])),
      arrive: () => this.join(socket, watching),
    });
    if (end === "too-far") return { ok: false, resync: true };
    if (end === "gone") return null;
    return { ok: true, events };
  }

  /** Loads what must be known of a thread, if this socket's person may read it; leaves the trace that reading others' threads leaves. */
  async mayWatch(socket: LiveSocket, conversationId: string): Promise<SocketData["watching"]> {
    const { actor } = socket.data.hearer;
    if (actor.kind !== "staff") return null;
    try {
      const conversation = await loadConversation(this.#means.db, conversationId);
      const subject = subjectOf(conversation);
      if (!mayConversation(actor, "conversation.read", subject)) return null;
      await this.#trace(actor, conversationId);
      return { conversationId, contactId: conversation.contactId, subject };
    } catch (error) {
      if (error instanceof Refusal) return null;
      throw error;
    }
  }

  /** Runs in the tick in which the thread is caught up. */
  join(socket: LiveSocket, watching: NonNullable<SocketData["watching"]>): void {
    const { actor } = socket.data.hearer;
    if (actor.kind !== "staff") return;
    void socket.join(threadRoom(watching.conversationId));
    socket.data.watching = watching;
    void this.#board.looks(socket, { c: watching.conversationId, w: actor.id, a: "viewing" });
    void this.#recheck(socket, watching.conversationId);
  }

  leave(socket: LiveSocket): void {
    const { watching } = socket.data;
    if (!watching) return;
    socket.data.watching = null;
    void socket.leave(threadRoom(watching.conversationId));
    this.#board.leaves(socket);
  }

  /** The right is gone. */
  lose(socket: LiveSocket): void {
    const { watching } = socket.data;
    if (!watching) return;
    this.leave(socket);
    socket.emit("unwatch", watching.conversationId);
  }

  /** What was lost while the thread was being caught up was not heard as an event. */
  async #recheck(socket: LiveSocket, conversationId: string): Promise<void> {
    const conversation = await loadConversation(this.#means.db, conversationId).catch(() => null);
    if (!conversation || socket.data.watching?.conversationId !== conversationId) return;
    const subject = subjectOf(conversation);
    if (mayConversation(socket.data.hearer.actor, "conversation.read", subject)) socket.data.watching.subject = subject;
    else this.lose(socket);
  }

  async #trace(actor: StaffActor, conversationId: string): Promise<void> {
    const key = `${actor.sessionId} ${conversationId}`;
    if (this.#traced.has(key)) return;
    const { db, vault, now } = this.#means;
    await openThread(contextFor({ db, vault }, actor, now()), { conversationId });
    this.#traced.set(key, true);
  }
}
