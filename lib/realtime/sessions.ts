import type { StaffActor } from "@/lib/contract/actor";
import { log } from "@/lib/core/log";
import { hearerOf } from "./rooms";
import { socketsIn, type LiveServer, type LiveSocket } from "./socket-types";

/** Events end a session's sockets at once; this finds what no event tells of: idle and absolute expiry. */
const RECHECK_MS = 60_000;
const HEARTBEAT_MS = 10_000;

export interface SessionOptions {
  authenticateDesk: (cookie: string | null) => Promise<StaffActor | null>;
  /** A screen of this person is open. */
  heartbeat: (actor: StaffActor) => Promise<void>;
}

/** Keeps the desk's sockets true to their sessions, and says who is present. */
export class Sessions {
  readonly #io: LiveServer;
  readonly #options: SessionOptions;
  readonly #timers: NodeJS.Timeout[];

  constructor(io: LiveServer, options: SessionOptions) {
    this.#io = io;
    this.#options = options;
    this.#timers = [
      setInterval(() => void this.#recheck([...socketsIn(io, "desk")]), RECHECK_MS),
      setInterval(() => this.#heartbeats(), HEARTBEAT_MS),
    ];
  }

  close(): void {
    for (const timer of this.#timers) clearInterval(timer);
  }

  /** A desk came: present from now on, not from the next heartbeat on. */
  arrived(actor: StaffActor): void {
    this.#options
      .heartbeat(actor)
      .catch((error: unknown) => log.warn({ err: error, userId: actor.id }, "a presence was not recorded"));
  }

  revoked(sessionId: string): void {
    for (const socket of [...socketsIn(this.#io, `session:${sessionId}`)]) socket.disconnect(true);
  }

  changed(userId: string): void {
    void this.#recheck([...socketsIn(this.#io, `user:${userId}`)]);
  }

  /** Asks once per session, whatever the number of its screens. */
  async #recheck(sockets: readonly LiveSocket[]): Promise<void> {
    const bySession = new Map<string, LiveSocket[]>();
    for (const socket of sockets) {
      const { actor } = socket.data.hearer;
      if (actor.kind === "staff") bySession.set(actor.sessionId, [...(bySession.get(actor.sessionId) ?? []), socket]);
    }
    for (const same of bySession.values()) {
      try {
        const actor = await this.#options.authenticateDesk(same[0]!.data.cookie);
        for (const socket of same) settle(socket, actor);
      } catch (error) {
        // The database does not answer: nobody is thrown out for that, and nothing is delivered meanwhile either.
        log.warn({ err: error }, "a session was not checked");
      }
    }
  }

  #heartbeats(): void {
    const actors = new Map<string, StaffActor>();
    for (const { data } of socketsIn(this.#io, "desk")) {
      if (data.hearer.kind === "desk") actors.set(data.hearer.actor.id, data.hearer.actor);
    }
    for (const actor of actors.values()) this.arrived(actor);
  }
}

/** Ended: closed. Other rights: from now on under those, with a fresh snapshot. */
function settle(socket: LiveSocket, actor: StaffActor | null): void {
  const { hearer } = socket.data;
  const next = hearerOf("desk", actor);
  if (!next || next.actor.kind !== "staff" || hearer.actor.kind !== "staff" || next.actor.id !== hearer.actor.id) {
    socket.disconnect(true);
    return;
  }
  const changed = rightsOf(hearer.actor) !== rightsOf(next.actor);
  socket.data.hearer = next;
  if (changed) socket.emit("resync", "rights");
}

const rightsOf = ({ roles, skills }: StaffActor): string => JSON.stringify([[...roles].sort(), [...skills].sort()]);
