import type { ActivitySignal } from "@/lib/contract/events";
import { log } from "@/lib/core/log";
import { namesOf } from "@/lib/conversations/view";
import { LRUCache } from "lru-cache";
import { ACTIVITY_CHANNEL, fromPayload, toPayloads, type Activity } from "./activity-notice";
import { threadRoom } from "./rooms";
import type { Means } from "./shelf";
import { socketsIn, type LiveServer, type LiveSocket } from "./socket-types";
import type { Listener } from "./listener";

/** Typing that is not repeated is over. */
const TYPING_MS = 6000;
/** Typing that goes on is told again this often, whatever a client sends. */
const REPEAT_TYPING_MS = 3000;
/** Who looks is told again, for whoever came since and because the server that said it may have died. */
const REPEAT_VIEWING_MS = 10_000;
const FORGET_MS = 25_000;
/** What happens at the same moment goes out together. */
const GATHER_MS = 40;

/**
 * Who looks at, and types in, a conversation: volatile, never logged, on every server. Each tells the others over a notification
 * channel and all, itself included, deliver what they hear there.
 */
export class ActivityBoard {
  readonly #io: LiveServer;
  readonly #means: Means;
  readonly #names = new LRUCache<string, string>({ max: 1000, ttl: 5 * 60_000 });
  /** The last word of everybody, by conversation: told to whoever begins to watch. */
  readonly #last = new LRUCache<string, Map<string, Activity>>({ max: 5000, ttl: FORGET_MS });
  #outbox: Activity[] = [];
  #sending: NodeJS.Timeout | null = null;
  readonly #timers: NodeJS.Timeout[];

  constructor(io: LiveServer, means: Means, listener: Listener) {
    this.#io = io;
    this.#means = means;
    listener.on(ACTIVITY_CHANNEL, (payload) => void this.#hear(payload));
    this.#timers = [setInterval(() => this.#expire(), 1000), setInterval(() => this.#repeat(), REPEAT_VIEWING_MS)];
  }

  close(): void {
    for (const timer of this.#timers) clearInterval(timer);
    if (this.#sending) clearTimeout(this.#sending);
  }

  /** A socket begins to look at a conversation; tells it who is there already. */
  async looks(socket: LiveSocket, notice: Activity): Promise<void> {
    socket.data.activity = { notice, typingUntil: 0 };
    this.#say(notice);
    for (const known of this.#last.get(notice.c)?.values() ?? []) await this.#tell(socket, known);
  }

  /** @param v the visitor who is to see that somebody writes to them */
  types(socket: LiveSocket, typing: boolean, mode: Activity["m"], v: string | undefined): void {
    const { activity } = socket.data;
    if (!activity) return;
    const at = performance.now();
    const notice: Activity = {
      c: activity.notice.c,
      w: activity.notice.w,
      a: typing ? "typing" : "viewing",
      m: typing ? mode : undefined,
      v,
    };
    const same = activity.notice.a === notice.a && activity.notice.m === notice.m && activity.notice.v === notice.v;
    if (same && (!typing || activity.typingUntil - at > TYPING_MS - REPEAT_TYPING_MS)) return;
    // Whoever saw the typing begin must see it end.
    if (!typing) notice.v = activity.notice.v;
    this.#say(notice);
    socket.data.activity = { notice: typing ? notice : { ...notice, v: undefined }, typingUntil: typing ? at + TYPING_MS : 0 };
  }

  /** A socket looks no more; another screen of the same person may. */
  leaves(socket: LiveSocket): void {
    const { activity } = socket.data;
    socket.data.activity = null;
    if (!activity) return;
    const { c, w, v } = activity.notice;
    for (const other of this.#io.sockets.sockets.values()) {
      const notice = other === socket ? undefined : other.data.activity?.notice;
      if (notice?.c === c && notice.w === w) return;
    }
    this.#say({ c, w, a: "gone", v });
  }

  #say(notice: Activity): void {
    this.#outbox.push(notice);
    this.#sending ??= setTimeout(() => {
      this.#sending = null;
      for (const payload of toPayloads(this.#outbox.splice(0))) void this.#notify(payload);
    }, GATHER_MS);
  }

  async #notify(payload: string): Promise<void> {
    // Nothing durable depends on it: the commit need not wait for the disk.
    await this.#means.db.$queryRaw`
      select set_config('synchronous_commit', 'off', true), pg_notify(${ACTIVITY_CHANNEL}, ${payload})::text`.catch(
      (error: unknown) => log.warn({ err: error }, "an activity was not told"),
    );
  }

  async #hear(payload: string): Promise<void> {
    for (const notice of fromPayload(payload)) {
      this.#keep(notice);
      for (const socket of [...socketsIn(this.#io, threadRoom(notice.c))]) await this.#tell(socket, notice);
      if (notice.v === undefined) continue;
      for (const socket of [...socketsIn(this.#io, `visitor:${notice.v}`)]) await this.#tell(socket, notice);
    }
  }

  #keep(notice: Activity): void {
    const known = new Map(this.#last.get(notice.c));
    if (notice.a === "gone") known.delete(notice.w);
    else known.set(notice.w, notice);
    if (known.size > 0) this.#last.set(notice.c, known);
    else this.#last.delete(notice.c);
  }

  /** A visitor learns that somebody writes to them, and nothing else (not of a note); nobody hears of themselves. */
  async #tell(socket: LiveSocket, { c, w, a, m, v }: Activity): Promise<void> {
    const { hearer } = socket.data;
    if (hearer.kind === "desk" ? hearer.actor.id === w : hearer.actor.contactId !== v) return;
    const who: ActivitySignal["who"] =
      w === "visitor" ? { kind: "visitor" } : { kind: "staff", id: w, name: await this.#nameOf(w) };
    const signal: ActivitySignal =
      hearer.kind === "desk"
        ? { conversationId: c, who, activity: a, mode: m }
        : { conversationId: c, who, activity: a === "typing" && m === "reply" ? "typing" : "gone" };
    // Not Socket.IO's "volatile": of two signals in one tick it drops the second, and with it who else is here. Whoever reads too slowly
    // is cut off by the gateway.
    socket.emit("activity", signal);
  }

  async #nameOf(id: string): Promise<string> {
    const known = this.#names.get(id);
    if (known !== undefined) return known;
    const name = (await namesOf(this.#means.db, [id]).catch(() => new Map<string, string>())).get(id) ?? "";
    this.#names.set(id, name);
    return name;
  }

  #expire(): void {
    const at = performance.now();
    for (const socket of this.#io.sockets.sockets.values()) {
      const { activity } = socket.data;
      if (activity && activity.notice.a === "typing" && activity.typingUntil < at)
        this.types(socket, false, undefined, undefined);
    }
  }

  #repeat(): void {
    const told = new Set<string>();
    for (const socket of this.#io.sockets.sockets.values()) {
      const notice = socket.data.activity?.notice;
      if (notice?.a !== "viewing" || told.has(`${notice.c} ${notice.w}`)) continue;
      told.add(`${notice.c} ${notice.w}`);
      this.#say(notice);
    }
  }
}
