import { applyDeskEvent, applyThreadEvent, heardUpTo, withMessage } from "@/lib/contract/apply-event";
import { isAfter, type Cursor } from "@/lib/contract/cursor";
import type { ActivitySignal, DeskEvent, ResyncReason } from "@/lib/contract/events";
import type { DeskView, MessageView, ThreadView } from "@/lib/contract/views";
import type { Actor } from "@/lib/contract/actor";
import { activeNow, withSignal, type Heard } from "./activity";
import { NOT_YET, nextConnection, type Connection, type ConnectionEvent } from "./connection-state";
import { LineTurn } from "./line-turn";
import { openLiveSocket, type LiveHandlers, type LiveSocket } from "./live-socket";
import { Store } from "./store";

/** What the desk shows; a new object whenever something changed. */
export interface DeskScreen {
  desk: DeskView;
  /** The open thread, or null. */
  thread: ThreadView | null;
  /** `refused`: may not be read, or not any more. `failed`: could not be loaded; `open` again to retry. */
  threadState: "none" | "loading" | "ready" | "refused" | "failed";
  /** Who looks at, or types in, the open thread; never oneself. */
  activity: readonly ActivitySignal[];
  connection: Connection;
  /** Server time minus this device's, so that waiting times tick right on a wrong clock. */
  clockOffsetMs: number;
}

export interface DeskDoors {
  loadDesk: () => Promise<DeskView>;
  /** Null: not there, or not for this person. Throws when it could not be asked. */
  loadThread: (conversationId: string) => Promise<ThreadView | null>;
  /** This device's clock. */
  now: () => number;
  /** 0 to 1. */
  random: () => number;
  openSocket?: (handlers: LiveHandlers<DeskEvent>) => LiveSocket<DeskEvent>;
}

const RETRY_MS = 2000;
const LINE_SPREAD_MS = 3000;

/**
 * The desk, kept in step with the server: snapshot, then events, whatever happens to the network in between. The desk and the open
 * thread each have a cursor; a thread hears events once its gap has been closed by `watch`, or by a handshake that named it.
 */
export class LiveDesk extends Store<DeskScreen> {
  readonly #doors: DeskDoors;
  readonly #socket: LiveSocket<DeskEvent>;
  /** The thread a person wants to see. */
  #wanted: string | null = null;
  /** The thread that the server sends events of, with nothing missing. */
  #watched: string | null = null;
  /** The thread for which a `watch` is under way: on a slow server it outlasts the next heartbeat. */
  #asking: { conversationId: string } | null = null;
  /** The thread named in the handshake under way. */
  #named: string | null = null;
  #heard: Heard = new Map();
  readonly #lineTurn: LineTurn;
  #tick: ReturnType<typeof setInterval> | null = null;
  #reloading = false;

  constructor(desk: DeskView, doors: DeskDoors) {
    const clockOffsetMs = Date.parse(desk.now) - doors.now();
    super({ desk, thread: null, threadState: "none", activity: [], connection: NOT_YET, clockOffsetMs });
    this.#doors = doors;
    this.#lineTurn = new LineTurn(doors.random() * LINE_SPREAD_MS);
    this.#socket = (doors.openSocket ?? openLiveSocket<DeskEvent>)({
      handshake: () => this.#handshake(),
      onEvents: (batch) => this.#apply(batch),
      onSynced: (at) => this.#synced(at),
      onResync: (why) => void this.#resync(why),
      onConnection: (event) => this.#connection(event),
      on: (socket) => {
        socket.on("activity", (signal: ActivitySignal) => this.#activity(signal));
        socket.on("unwatch", (conversationId: string) => this.#unwatch(conversationId));
      },
    });
  }

  start(): void {
    this.#tick ??= setInterval(() => this.#everySecond(), 1000);
    this.#socket.connect();
  }

  stop(): void {
    if (this.#tick) clearInterval(this.#tick);
    this.#tick = null;
    this.#watched = null;
    this.#socket.close();
  }

  /** Opens a thread, or none. The former one is heard no more. */
  async open(conversationId: string | null): Promise<void> {
    this.#wanted = conversationId;
    this.#watched = null;
    this.#asking = null;
    this.#heard = new Map();
    this.set({ thread: null, activity: [], threadState: conversationId === null ? "none" : "loading" });
    if (conversationId === null) {
      if (this.#socket.connected()) await this.#socket.watch(null).catch(() => undefined);
      return;
    }
    await this.#load(conversationId);
  }

  typing(conversationId: string, typing: boolean, mode: "reply" | "note"): void {
    this.#socket.typing({ conversationId, typing, mode });
  }

  /** The answer of one's own write: shown at once; the event that follows changes nothing more. */
  addMessage(message: MessageView): void {
    this.editThread(message.conversationId, (thread) => ({
      ...thread,
      messages: withMessage(thread.messages, message, thread.more),
    }));
  }

  /** A change that only this screen makes: older messages loaded, a draft kept. */
  editThread(conversationId: string, edit: (thread: ThreadView) => ThreadView): void {
    const { thread } = this.snapshot();
    if (thread?.row.id === conversationId) this.set({ thread: edit(thread) });
  }

  #me(): Actor {
    const { id, name, roles, skills } = this.snapshot().desk.me;
    return { kind: "staff", id, name, roles, skills, sessionId: "", secondFactorMissing: false };
  }

  #handshake() {
    const { desk, thread } = this.snapshot();
    this.#named = thread !== null && thread.row.id === this.#wanted ? thread.row.id : null;
    // From the older of the two cursors: the other one drops what it has.
    const cursor: Cursor = thread && this.#named && isAfter(desk.cursor, thread.cursor) ? thread.cursor : desk.cursor;
    return { as: "desk" as const, cursor, watching: this.#named ?? undefined };
  }

  /** The thread hears a batch when nothing is missing before it: it is watched, or was named and is being caught up. */
  #apply(batch: readonly DeskEvent[]): void {
    const { desk, thread } = this.snapshot();
    const hears = thread !== null && (this.#watched === thread.row.id || this.#named === thread.row.id);
    this.set({
      desk: batch.reduce(applyDeskEvent, desk),
      thread: hears ? batch.reduce((state, event) => applyThreadEvent(state, event, this.#me()), thread) : thread,
    });
  }

  #synced({ cursor, now }: { cursor: Cursor; now: string }): void {
    if (this.#named !== null) {
      this.#watched = this.#named;
      this.#named = null;
    }
    const at = this.#doors.now();
    const { desk, thread, threadState, connection } = this.snapshot();
    this.set({
      desk: heardUpTo(desk, cursor),
      thread: thread && this.#watched === thread.row.id ? heardUpTo(thread, cursor) : thread,
      connection: nextConnection(connection, { type: "synced", at }),
      clockOffsetMs: Date.parse(now) - at,
    });
    if (thread && this.#watched !== thread.row.id && this.#wanted === thread.row.id) void this.#watch(thread);
    // What could not be loaded while the network was away is loaded now, without anybody asking.
    if (threadState === "failed" && this.#wanted !== null) void this.#load(this.#wanted);
  }

  async #load(conversationId: string): Promise<void> {
    let thread: ThreadView | null;
    try {
      thread = await this.#doors.loadThread(conversationId);
    } catch {
      if (this.#wanted === conversationId) this.set({ threadState: "failed" });
      return;
    }
    if (this.#wanted !== conversationId) return;
    this.set({ thread, threadState: thread ? "ready" : "refused" });
    if (thread && this.#socket.connected() && this.#named === null) await this.#watch(thread);
  }

  /** Closes the gap between the thread's snapshot and now; from the answer on, its events come with the others. */
  async #watch(thread: ThreadView): Promise<void> {
    const conversationId = thread.row.id;
    if (this.#asking?.conversationId === conversationId) return;
    const asking = (this.#asking = { conversationId });
    const answer = await this.#socket.watch({ conversationId, cursor: thread.cursor }).catch(() => null);
    if (this.#asking !== asking) return;
    this.#asking = null;
    // Without an answer the connection is lost or slow: the next `synced` asks again.
    if (answer === null || this.#wanted !== conversationId) return;
    if (!answer.ok) return answer.resync ? this.#load(conversationId) : this.#unwatch(conversationId);
    this.#watched = conversationId;
    this.editThread(conversationId, (state) =>
      answer.events.reduce((caughtUp, event) => applyThreadEvent(caughtUp, event, this.#me()), state),
    );
  }

  #unwatch(conversationId: string): void {
    if (this.#wanted !== conversationId) return;
    this.#watched = null;
    this.#named = null;
    this.set({ thread: null, threadState: "refused", activity: [] });
  }

  async #resync(why: ResyncReason): Promise<void> {
    if (why === "protocol") {
      this.#connection({ type: "outdated" });
      return this.#socket.close();
    }
    if (this.#reloading) return;
    this.#reloading = true;
    try {
      const desk = await this.#doors.loadDesk();
      this.set({ desk });
      if (this.#wanted !== null) await this.#load(this.#wanted);
      if (this.#tick) this.#socket.connect();
    } catch {
      // Connecting again asks the server again: it may say that the session has ended.
      setTimeout(() => this.#tick && this.#socket.connect(), RETRY_MS);
    } finally {
      this.#reloading = false;
    }
  }

  #connection(event: ConnectionEvent): void {
    if (event.type === "lost") this.#watched = null;
    this.set({ connection: nextConnection(this.snapshot().connection, event) });
  }

  #activity(signal: ActivitySignal): void {
    if (signal.conversationId !== this.#wanted) return;
    this.#heard = withSignal(this.#heard, signal, this.#doors.now());
    this.#showActivity();
  }

  #everySecond(): void {
    this.#showActivity();
    const { desk, clockOffsetMs } = this.snapshot();
    if (this.#lineTurn.isDue(desk.line, this.#doors.now() + clockOffsetMs)) void this.#askForLine();
  }

  async #askForLine(): Promise<void> {
    const fresh = await this.#doors.loadDesk().catch(() => null);
    if (fresh) this.set({ desk: { ...this.snapshot().desk, line: fresh.line } });
  }

  #showActivity(): void {
    const { activity, desk } = this.snapshot();
    const next = activeNow(this.#heard, this.#doors.now()).filter(({ who }) => who.kind === "visitor" || who.id !== desk.me.id);
    if (next.length !== activity.length || next.some((signal, index) => signal !== activity[index])) this.set({ activity: next });
  }
}
