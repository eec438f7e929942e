import { afterEach, describe, expect, it } from "vitest";
import type { DeskEvent } from "@/lib/contract/events";
import type { ConversationRow, DeskView, LineView, MessageView, ThreadView } from "@/lib/contract/views";
import { LiveDesk } from "./live-desk";
import type { LiveHandlers, LiveSocket, WatchAnswer } from "./live-socket";

const AT = "2026-11-24T14:00:00.000Z";
const LINE: LineView = { open: true, nextOpening: null, closesAt: null, aroundTheClock: true };
const cursor = (n: number) => `700:${n}`;
const me = {
  id: "me",
  name: "Awa",
  roles: ["listener" as const],
  skills: [],
  presence: "available" as const,
  capacity: 3,
  onDuty: true,
};
const desk = (n: number, line: LineView = LINE): DeskView => ({
  cursor: cursor(n),
  now: AT,
  me,
  rows: [],
  colleagues: [],
  line,
  settings: { ageingMinutes: 20, offerSeconds: 45, maskPreviews: false },
});
const thread = (id: string, n: number): ThreadView =>
  ({
    cursor: cursor(n),
    row: { id, version: 1, state: "active", counsellor: me, offer: null, relay: null } as unknown as ConversationRow,
    messages: [],
    more: false,
    notes: [],
    receipts: { version: 1, visitorDelivered: 0, visitorRead: 0, counsellorRead: 0 },
  }) as unknown as ThreadView;
const said = (n: number, conversationId: string, seq: number): DeskEvent => ({
  cursor: cursor(n),
  type: "message.added",
  message: { id: `m${seq}`, conversationId, seq, clientId: null } as MessageView,
});

/** A socket that does what the test says. */
class TestSocket implements LiveSocket<DeskEvent> {
  isConnected = false;
  connects = 0;
  watched: ({ conversationId: string; cursor: string } | null)[] = [];
  answer: (answer: WatchAnswer<DeskEvent>) => void = () => undefined;
  timeOut: () => void = () => undefined;
  ears = new Map<string, (body: never) => void>();
  constructor(readonly handlers: LiveHandlers<DeskEvent>) {
    handlers.on({ on: (name: string, run: (body: never) => void) => this.ears.set(name, run) } as never);
  }
  connect = () => void (this.connects += 1);
  close = () => void (this.isConnected = false);
  connected = () => this.isConnected;
  typing = () => undefined;
  visible = () => undefined;
  watch = (which: { conversationId: string; cursor: string } | null) => {
    this.watched.push(which);
    return new Promise<WatchAnswer<DeskEvent>>((resolve, reject) => {
      this.answer = resolve;
      this.timeOut = () => reject(new Error("operation has timed out"));
    });
  };
  /** The server lets it in: the handshake it got, and the end of the catch-up. */
  comesUp(missed: DeskEvent[], at: number) {
    const handshake = this.handlers.handshake();
    this.isConnected = true;
    if (missed.length > 0) this.handlers.onEvents(missed);
    this.handlers.onSynced({ cursor: cursor(at), now: AT });
    return handshake;
  }
  breaks() {
    this.isConnected = false;
    this.handlers.onConnection({ type: "lost" });
  }
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
const opened: LiveDesk[] = [];
afterEach(() => opened.splice(0).forEach((live) => live.stop()));

function open(doors: Partial<ConstructorParameters<typeof LiveDesk>[1]> = {}, first = desk(10)) {
  let socket!: TestSocket;
  const live = new LiveDesk(first, {
    loadDesk: async () => desk(50),
    loadThread: async (id) => thread(id, 20),
    now: () => Date.parse(AT),
    random: () => 0,
    openSocket: (handlers) => (socket = new TestSocket(handlers)),
    ...doors,
  });
  opened.push(live);
  live.start();
  return { live, socket };
}
const seqs = (live: LiveDesk) => live.snapshot().thread?.messages.map(({ seq }) => seq);

describe("the open thread", () => {
  it("hears nothing before its gap is closed, and everything after, once", async () => {
    const { live, socket } = open();
    socket.comesUp([], 15);
    void live.open("c1");
    await settle();
    expect(socket.watched).toEqual([{ conversationId: "c1", cursor: cursor(20) }]);
    // An event that comes before the answer would move the cursor past what the answer brings.
    socket.handlers.onEvents([said(25, "c1", 3)]);
    expect(seqs(live)).toEqual([]);
    socket.answer({ ok: true, events: [said(22, "c1", 1), said(23, "c1", 2), said(25, "c1", 3)] });
    await settle();
    socket.handlers.onEvents([said(25, "c1", 3), said(26, "c1", 4)]);
    expect(seqs(live)).toEqual([1, 2, 3, 4]);
  });

  it("is named at a reconnect, from the older of the two cursors", async () => {
    const { live, socket } = open({}, desk(40));
    void live.open("c1");
    await settle();
    expect(socket.comesUp([said(30, "c1", 1), said(41, "c1", 2)], 45)).toMatchObject({ cursor: cursor(20), watching: "c1" });
    expect(seqs(live)).toEqual([1, 2]);
    socket.breaks();
    expect(live.snapshot().connection.phase).toBe("reconnecting");
    expect(socket.comesUp([said(46, "c1", 3)], 47)).toMatchObject({ cursor: cursor(45), watching: "c1" });
    expect(seqs(live)).toEqual([1, 2, 3]);
    expect(socket.watched).toEqual([]);
  });

  it("asks again when the answer to `watch` was lost", async () => {
    const { live, socket } = open();
    socket.comesUp([], 15);
    void live.open("c1");
    await settle();
    // A heartbeat while the answer is on its way is no reason to ask twice.
    socket.handlers.onSynced({ cursor: cursor(29), now: AT });
    expect(socket.watched).toHaveLength(1);
    socket.timeOut();
    await settle();
    socket.handlers.onSynced({ cursor: cursor(30), now: AT });
    expect(socket.watched).toHaveLength(2);
    expect(live.snapshot().thread?.cursor).toBe(cursor(20));
  });

  it("is taken away with the right to it; another one is opened in its place", async () => {
    const { live, socket } = open();
    socket.comesUp([], 15);
    void live.open("c1");
    await settle();
    socket.answer({ ok: false, resync: false });
    await settle();
    expect(live.snapshot()).toMatchObject({ thread: null, threadState: "refused" });
    void live.open("c2");
    await settle();
    socket.answer({ ok: true, events: [] });
    await settle();
    socket.ears.get("unwatch")!("c1" as never);
    expect(live.snapshot().threadState).toBe("ready");
    socket.ears.get("unwatch")!("c2" as never);
    expect(live.snapshot()).toMatchObject({ thread: null, threadState: "refused" });
  });

  it("may fail to load, says so, and is loaded once the network is back", async () => {
    let online = false;
    const loadThread = async (id: string) => (online ? thread(id, 20) : Promise.reject(new TypeError("Failed to fetch")));
    const { live, socket } = open({ loadThread });
    await live.open("c1");
    expect(live.snapshot().threadState).toBe("failed");
    online = true;
    socket.comesUp([], 15);
    await settle();
    expect(live.snapshot()).toMatchObject({ threadState: "ready", thread: { row: { id: "c1" } } });
  });

  it("shows who else is here, and never oneself", async () => {
    const { live, socket } = open();
    socket.comesUp([], 15);
    void live.open("c1");
    await settle();
    const signal = (who: object, activity: string) =>
      socket.ears.get("activity")!({ conversationId: "c1", who, activity } as never);
    signal({ kind: "staff", id: "me", name: "Awa" }, "viewing");
    signal({ kind: "visitor" }, "typing");
    signal({ kind: "staff", id: "b", name: "Bruno" }, "viewing");
    expect(live.snapshot().activity.map(({ who }) => who.kind)).toEqual(["visitor", "staff"]);
    signal({ kind: "visitor" }, "gone");
    expect(live.snapshot().activity.map(({ who }) => who.kind)).toEqual(["staff"]);
  });
});

describe("a fresh snapshot", () => {
  it("is loaded when the log cannot bring the screen up to date, the thread's too", async () => {
    const { live, socket } = open();
    socket.comesUp([], 15);
    void live.open("c1");
    await settle();
    socket.breaks();
    const { connects } = socket;
    socket.handlers.onResync("cursor");
    await settle();
    expect(live.snapshot().desk.cursor).toBe(cursor(50));
    expect(socket.connects).toBe(connects + 1);
  });

  it("does not help a page of another version: it is to be loaded again", () => {
    const { live, socket } = open();
    socket.handlers.onResync("protocol");
    expect(live.snapshot().connection.phase).toBe("outdated");
  });
});

it("keeps the server's clock beside its own", () => {
  const { live } = open({ now: () => Date.parse(AT) - 90_000 });
  expect(live.snapshot().clockOffsetMs).toBe(90_000);
});
