import { io, type ManagerOptions, type Socket } from "socket.io-client";
import {
  PROTOCOL_VERSION,
  SOCKET_REFUSALS,
  type ClientToServer,
  type Handshake,
  type ResyncReason,
  type SocketRefusal,
} from "@/lib/contract/events";
import type { ConnectionEvent } from "./connection-state";

/** What a screen's store needs of a socket; tests put their own in its place. */
export interface LiveSocket<Incoming> {
  /** Connects, or connects anew with the present cursor. */
  connect: () => void;
  close: () => void;
  connected: () => boolean;
  watch: (thread: { conversationId: string; cursor: string } | null) => Promise<WatchAnswer<Incoming>>;
  typing: ClientToServer["typing"];
  visible: ClientToServer["visible"];
}

export type WatchAnswer<Event> = { ok: true; events: Event[] } | { ok: false; resync: boolean };

export interface LiveHandlers<Event> {
  /** Asked at every (re)connection. */
  handshake: () => Omit<Handshake, "v">;
  onEvents: (batch: Event[]) => void;
  onSynced: (at: { cursor: string; now: string }) => void;
  onResync: (why: ResyncReason) => void;
  onConnection: (event: ConnectionEvent) => void;
  /** The remaining server events, by name. */
  on: (socket: Socket) => void;
}

/** Quick for a person who waits, slow enough for a server that starts. */
const RETRY = { reconnectionDelay: 300, reconnectionDelayMax: 4000, randomizationFactor: 0.5 };
const REFUSED_RETRY_MS = 3000;
const WATCH_PATIENCE_MS = 8000;

/**
 * The browser's end of the live connection. WebSocket first; long polling only where a network lets nothing else through. The first
 * load and every reconnect are the same: the cursor goes along, and the server sends what is missing.
 */
export function openLiveSocket<Event>(
  handlers: LiveHandlers<Event>,
  { origin, ...given }: Partial<ManagerOptions> & { origin?: string } = {},
): LiveSocket<Event> {
  const options = {
    ...RETRY,
    autoConnect: false,
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    // One connection per store: a shared one would mix handshakes.
    forceNew: true,
    ...given,
    auth: (give: (auth: Handshake) => void) => give({ ...handlers.handshake(), v: PROTOCOL_VERSION }),
  };
  const socket = origin ? io(origin, options) : io(options);
  let closed = true;
  /** The server asked for a fresh snapshot: whoever loads it connects again. */
  let reloading = false;
  let retry: ReturnType<typeof setTimeout> | null = null;

  const again = (ms: number) => {
    if (retry || closed || reloading) return;
    retry = setTimeout(() => {
      retry = null;
      if (!closed) socket.connect();
    }, ms);
  };
  socket.on("events", (batch: Event[]) => handlers.onEvents(batch));
  socket.on("synced", (at: { cursor: string; now: string }) => handlers.onSynced(at));
  socket.on("resync", (why: ResyncReason) => {
    reloading = true;
    handlers.onResync(why);
  });
  socket.on("disconnect", (reason) => {
    handlers.onConnection({ type: "lost" });
    // The server closed it: a session that ended is refused at the next attempt, everything else is let in again.
    if (reason === "io server disconnect") again(RETRY.reconnectionDelay);
  });
  socket.on("connect_error", (error) => {
    const why = SOCKET_REFUSALS.find((known): known is SocketRefusal => known === error.message);
    handlers.onConnection(why ? { type: "refused", why } : { type: "lost" });
    if (!socket.active && (why === undefined || why === "busy")) again(REFUSED_RETRY_MS);
  });
  handlers.on(socket);

  const online = () => {
    handlers.onConnection({ type: "online" });
    if (!closed && !socket.connected) socket.disconnect().connect();
  };
  const offline = () => handlers.onConnection({ type: "offline" });

  return {
    connect: () => {
      closed = false;
      reloading = false;
      if (typeof window !== "undefined") {
        window.addEventListener("online", online);
        window.addEventListener("offline", offline);
      }
      socket.disconnect().connect();
    },
    close: () => {
      closed = true;
      if (retry) clearTimeout(retry);
      retry = null;
      if (typeof window !== "undefined") {
        window.removeEventListener("online", online);
        window.removeEventListener("offline", offline);
      }
      socket.disconnect();
    },
    connected: () => socket.connected,
    watch: async (thread) => (await socket.timeout(WATCH_PATIENCE_MS).emitWithAck("watch", thread)) as WatchAnswer<Event>,
    typing: (signal) => void socket.volatile.emit("typing", signal),
    visible: (visible) => void socket.volatile.emit("visible", visible),
  };
}
