import { assertNever } from "@/lib/contract/assert-never";
import type { StaffActor } from "@/lib/contract/actor";
import { PROTOCOL_VERSION, type Handshake, type ResyncReason, type Room, type SocketRefusal } from "@/lib/contract/events";
import { fullBudget, readHandshake } from "./admit";
import { catchUp, isKept } from "./catch-up";
import type { House } from "./house";
import { latestChat } from "./latest-chat";
import { looksAtChat } from "./listen";
import { hearerOf, roomsOf, threadRoom } from "./rooms";
import { IN_STEP, type LiveSocket } from "./socket-types";

/** The cookie says who; a refusal is told by its word. */
export async function authenticate(socket: LiveSocket, house: House): Promise<SocketRefusal | null> {
  const handshake = readHandshake(socket.handshake.auth);
  if (!handshake) return "invalid";
  const cookie = socket.handshake.headers.cookie ?? null;
  const actor = await (handshake.as === "desk" ? house.authenticateDesk(cookie) : house.authenticateVisitor(cookie));
  const hearer = hearerOf(handshake.as, actor);
  if (!hearer) return "not-signed-in";
  Object.assign(socket.data, {
    hearer,
    cookie: hearer.kind === "desk" ? cookie : null,
    watchCount: 0,
    watching: null,
    chat: null,
    wait: null,
    activity: null,
    budget: fullBudget(performance.now()),
  } satisfies LiveSocket["data"]);
  return null;
}

/** Catches up and joins. First load and every reconnect are this one path. */
export async function enter(socket: LiveSocket, house: House): Promise<void> {
  const { means, tail } = house;
  const { hearer } = socket.data;
  const handshake = readHandshake(socket.handshake.auth) as Handshake;
  // Headers and request of the handshake have done their work; kept for as long as the socket lives, they are most of its memory.
  forgetRequest(socket);
  if (handshake.v !== PROTOCOL_VERSION) return resync(socket, "protocol");
  if (!(await isKept(means.db, handshake.cursor, tail.position))) return resync(socket, "cursor");
  const watching = handshake.watching ? await house.watches.mayWatch(socket, handshake.watching) : null;
  if (handshake.watching && !watching) socket.emit("unwatch", handshake.watching);
  if (hearer.kind === "visitor") socket.data.chat = await latestChat(means.db, hearer.actor.contactId);
  const rooms: Room[] = [...roomsOf(hearer), ...(watching ? [threadRoom(watching.conversationId)] : [])];
  const turn = socket.data.watchCount;
  const end = await catchUp({
    tail,
    means,
    hearer,
    rooms,
    after: handshake.cursor,
    going: () => socket.connected,
    deliver: (wires, logged) => {
      if (wires.length > 0) socket.emit("events", wires);
      if (logged.some(({ event }) => event.type === "session.revoked")) socket.disconnect(true);
    },
    arrive: () => {
      void socket.join([...roomsOf(hearer), IN_STEP]);
      // A `watch` that came meanwhile counts more than the handshake's.
      if (watching && socket.data.watchCount === turn) house.watches.join(socket, watching);
      socket.emit("synced", { cursor: tail.position, now: house.now().toISOString() });
    },
  });
  if (end === "too-far") return resync(socket, "cursor");
  if (end === "gone") return;
  switch (hearer.kind) {
    case "desk":
      // Rights may have changed between the authentication and the first event that was heard.
      house.sessions.changed(hearer.actor.id);
      return house.sessions.arrived(hearer.actor as StaffActor);
    case "visitor":
      looksAtChat(socket, house);
      return house.places.touched();
    default:
      return assertNever(hearer);
  }
}

function resync(socket: LiveSocket, why: ResyncReason): void {
  socket.emit("resync", why);
  socket.disconnect();
}

function forgetRequest(socket: LiveSocket): void {
  (socket.conn as unknown as { request: unknown }).request = null;
  (socket.handshake as { headers: unknown }).headers = {};
}
