import { io as connect, type Socket } from "socket.io-client";
import { v7 as uuid } from "uuid";
import type { Actor, StaffActor } from "@/lib/contract/actor";
import { isAfter } from "@/lib/contract/cursor";
import { PROTOCOL_VERSION, type DeskEvent, type Handshake, type VisitorEvent } from "@/lib/contract/events";
import { currentCursor } from "@/lib/core/event-log";
import { receiveMessage } from "@/lib/conversations/receive-message";
import { eventually } from "./eventually";
import { openScene, TUESDAY_15H, type Scene } from "./factories";
import { actorIn, cookieOf, openLiveServer, type LiveServer } from "./live-server";

/** A bare socket that writes down what it hears. */
export interface Ear {
  socket: Socket;
  heard: (DeskEvent | VisitorEvent)[];
  signals: { name: string; body: unknown }[];
}

type Visitor = Extract<Actor, { kind: "visitor" }>;
const SIGNALS = ["synced", "resync", "activity", "unwatch", "wait", "disconnect", "connect_error"];

/** Two servers on one database, as in production: what one writes, the other's sockets hear. */
export class LiveScene {
  readonly revoked = new Set<string>();
  readonly promoted = new Map<string, StaffActor>();
  readonly heartbeats: string[] = [];
  readonly #ears: Ear[] = [];

  private constructor(
    readonly scene: Scene,
    readonly servers: LiveServer[],
  ) {}

  static async open(): Promise<LiveScene> {
    const scene = await openScene();
    const live = new LiveScene(scene, []);
    for (let n = 0; n < 2; n += 1) live.servers.push(await live.#server());
    return live;
  }

  async close(): Promise<void> {
    for (const server of this.servers) await server.close();
    await this.scene.close();
  }

  /** After each test. */
  hangUp(): void {
    for (const { socket } of this.#ears.splice(0)) socket.disconnect();
  }

  cursor = () => currentCursor(this.scene.db);

  /** Connects as somebody, at a cursor, to one of the servers. */
  listen(actor: Actor, auth: Partial<Handshake> & { cursor: string }, server = 0, headers: Record<string, string> = {}): Ear {
    const socket = connect(this.servers[server]!.origin, {
      forceNew: true,
      reconnection: false,
      transports: ["websocket"],
      auth: { as: actor.kind === "visitor" ? "visitor" : "desk", v: PROTOCOL_VERSION, ...auth },
      extraHeaders: { cookie: cookieOf(actor), ...headers },
    });
    const ear: Ear = { socket, heard: [], signals: [] };
    socket.on("events", (batch: DeskEvent[]) => ear.heard.push(...batch));
    for (const name of SIGNALS)
      socket.on(name, (body: unknown) => ear.signals.push({ name, body: body instanceof Error ? body.message : body }));
    this.#ears.push(ear);
    return ear;
  }

  /** Connects at the present, and waits until nothing is missing. */
  async live(actor: Actor, auth: Partial<Handshake> = {}, server = 0): Promise<Ear> {
    const ear = this.listen(actor, { cursor: await this.cursor(), ...auth }, server);
    await inStep(ear);
    return ear;
  }

  says(visitor: Visitor, text: string) {
    const { contactId } = visitor;
    return receiveMessage(this.scene.ctx(visitor), { contactId, text, clientId: uuid(), language: "fr" });
  }

  /**
   * Until nothing older is running in the cluster, so that what was committed can be read: making another test's database may take
   * seconds on a busy machine, and is no delay of ours.
   */
  async allVisible(): Promise<void> {
    await eventually("visible", async () => {
      const [row] = await this.scene.db.$queryRaw<{ hidden: boolean }[]>`
        select exists (select from event_log where xid >= pg_snapshot_xmin(pg_current_snapshot())) as hidden`;
      return !row!.hidden;
    });
  }

  /** Until both servers have heard everything that is in the log. */
  async allHeard(): Promise<void> {
    await this.allVisible();
    const [last] = await this.scene.db.$queryRaw<{ cursor: string }[]>`
      select xid::text || ':' || id as cursor from event_log order by xid desc, id desc limit 1`;
    await eventually(
      "heard by every server",
      () => this.servers.every(({ tail }) => !isAfter(last!.cursor, tail.position)),
      30_000,
    );
  }

  /** A counsellor with an active conversation, a colleague and a supervisor. */
  async cast() {
    const counsellor = await this.scene.staff();
    const colleague = await this.scene.staff();
    const supervisor = await this.scene.staff({ roles: ["supervisor"] });
    const conversation = await this.scene.conversation({ state: "active", counsellorId: counsellor.id });
    return { counsellor, colleague, supervisor, ...conversation };
  }

  #server(): Promise<LiveServer> {
    return openLiveServer({
      url: this.scene.url,
      vault: this.scene.vault,
      db: this.scene.db,
      now: () => TUESDAY_15H,
      maxConnectionsPerAddress: 3,
      addressOf: (request) => String(request.headers["x-address"] ?? "127.0.0.1"),
      heartbeat: async (actor) => void this.heartbeats.push(actor.id),
      authenticateDesk: async (cookie) => {
        const actor = actorIn(cookie, "staff");
        if (!actor || this.revoked.has(actor.sessionId)) return null;
        return this.promoted.get(actor.id) ?? actor;
      },
    });
  }
}

export const has = (ear: Ear, name: string) => ear.signals.some((signal) => signal.name === name);
export const inStep = (ear: Ear) => eventually("in step", () => has(ear, "synced"));
export const types = (ear: Ear) => ear.heard.map(({ type }) => type);
export const activity = (ear: Ear) => ear.signals.filter(({ name }) => name === "activity").map(({ body }) => body);
