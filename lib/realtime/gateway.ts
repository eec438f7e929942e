import type { Server as HttpServer, IncomingMessage } from "node:http";
import { Server } from "socket.io";
import type { SocketRefusal } from "@/lib/contract/events";
import { log } from "@/lib/core/log";
import { ActivityBoard } from "./activity";
import { AddressLimit, isOwnOrigin } from "./admit";
import { delivery } from "./deliver";
import { authenticate, enter } from "./enter";
import type { House, HouseOptions } from "./house";
import { listen } from "./listen";
import { Sessions } from "./sessions";
import type { Means } from "./shelf";
import { IN_STEP, socketsIn, type LiveServer, type LiveSocket } from "./socket-types";
import { WaitPlaces } from "./wait-places";
import { Watches } from "./watch";

export interface GatewayOptions extends HouseOptions {
  appUrl: string;
  /** Behind a trusted proxy: the client's address. */
  addressOf?: (request: IncomingMessage) => string;
  maxConnectionsPerAddress?: number;
}

export interface Gateway {
  /** How many of each are connected to this process. */
  connections: () => { desks: number; visitors: number };
  close: () => Promise<void>;
}

/** The screen knows its age from these. */
const HEARTBEAT_MS = 5000;
/** A ping every 7 s and 5 s for its answer: a dead link is noticed within 12 s on both sides. */
const PING = { pingInterval: 7000, pingTimeout: 5000 };
/** All that a client may say is a few ids. */
const MOST_BYTES = 8192;
/** Whoever reads so slowly that this many packets wait is cut off and catches up from the log. */
const MOST_WAITING = 1000;

/** Socket.IO on an HTTP server, fed by the tail: handshake, catch-up, rooms, activity, presence (design.md §4). */
export function attachGateway(http: HttpServer, options: GatewayOptions): Gateway {
  const { tail, appUrl } = options;
  const means: Means = { db: options.db, vault: options.vault, now: options.now };
  const addresses = new AddressLimit(options.maxConnectionsPerAddress ?? 300);
  const addressOf = options.addressOf ?? ((request: IncomingMessage) => request.socket.remoteAddress ?? "");
  const io: LiveServer = new Server(http, {
    ...PING,
    allowRequest: (request, answer) => answer(null, isOwnOrigin(request, appUrl) && addresses.admits(addressOf(request))),
    transports: ["websocket", "polling"],
    maxHttpBufferSize: MOST_BYTES,
    perMessageDeflate: false,
    httpCompression: false,
    connectTimeout: 10_000,
    serveClient: false,
    // Next has an upgrade listener of its own on the same server.
    destroyUpgrade: false,
  });
  io.engine.on("connection", (raw: { request: IncomingMessage; once: (event: "close", run: () => void) => void }) => {
    raw.once("close", addresses.take(addressOf(raw.request)));
  });

  const board = new ActivityBoard(io, means, tail.listener);
  const watches = new Watches(means, tail, board);
  const sessions = new Sessions(io, options);
  const places = new WaitPlaces(io, means);
  tail.follow(
    delivery(io, means, {
      sessionRevoked: (sessionId) => sessions.revoked(sessionId),
      accountChanged: (userId) => sessions.changed(userId),
      queueTouched: () => places.touched(),
      watchLost: (socket) => watches.lose(socket),
    }),
  );
  const house: House = { ...options, means, board, watches, sessions, places };
  io.use((socket, next) => {
    authenticate(socket, house).then(
      (refusal) => next(refusal === null ? undefined : new Error(refusal)),
      (error: unknown) => {
        log.warn({ err: error }, "a socket could not be authenticated");
        next(new Error("busy" satisfies SocketRefusal));
      },
    );
  });
  io.on("connection", (socket) => {
    listen(socket, house);
    enter(socket, house).catch((error: unknown) => {
      log.warn({ err: error }, "a socket could not be caught up");
      socket.disconnect(true);
    });
  });
  const heartbeat = setInterval(() => {
    for (const socket of io.sockets.sockets.values()) if (isSlow(socket)) socket.disconnect(true);
    if (tail.healthy) io.to(IN_STEP).emit("synced", { cursor: tail.position, now: options.now().toISOString() });
  }, HEARTBEAT_MS);

  return {
    connections: () => ({ desks: [...socketsIn(io, "desk")].length, visitors: [...socketsIn(io, "line")].length }),
    close: async () => {
      clearInterval(heartbeat);
      for (const part of [board, sessions, places]) part.close();
      // Not io.close(): the HTTP server is the caller's. Clients see a lost transport and look for another server.
      io.engine.close();
      await io.of("/").adapter.close();
    },
  };
}

function isSlow(socket: LiveSocket): boolean {
  return (socket.conn as unknown as { writeBuffer: unknown[] }).writeBuffer.length > MOST_WAITING;
}
