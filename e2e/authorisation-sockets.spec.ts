import { io, type Socket } from "socket.io-client";
import { currentCursor } from "@/lib/core/event-log";
import { PROTOCOL_VERSION, type ActivitySignal, type ClientToServer, type Handshake } from "@/lib/contract/events";
import { CLIENT_EVENTS } from "@/lib/realtime/listen";
import { SOCKET_ROWS, type Row } from "./authorisation-table";
import { WHO, World, type Subject, type Who } from "./authorisation-world";
import { expect, test } from "./house";

// The same table for the socket: who is let in, who may watch a thread, whose typing and looking is told to anybody.

test.use({ houseOptions: { production: true } });

let world: World;
const open: Socket[] = [];
test.beforeAll(async ({ house }) => {
  world = new World(house);
  await world.open();
});
test.afterEach(() => {
  for (const socket of open.splice(0)) socket.close();
});

interface Line {
  socket: Socket<Record<string, (...args: never[]) => void>, ClientToServer>;
  heard: ActivitySignal[];
  lost: string[];
}

for (const row of SOCKET_ROWS)
  test(row.title, async () => {
    const outcomes: Partial<Record<Who, string>> = {};
    for (const who of WHO) outcomes[who] = await knock(row, who);
    expect(outcomes).toEqual(row.cells);
  });

test("every event that a client may say stands in the table", () => {
  const tabled = SOCKET_ROWS.filter((row) => row.door.startsWith("socket ")).map((row) => row.door.split(" ")[1]);
  expect([...new Set(tabled)].sort()).toEqual(Object.keys(CLIENT_EVENTS).sort());
});

test("a handshake that names a thread gets it only with the right to read it", async () => {
  const subject = await world.conversation("theirs");
  for (const who of ["owner", "other", "super"] satisfies Who[]) {
    const line = await connect("desk", who, subject, subject.conversationId);
    expect(line?.lost.length, who).toBe(who === "other" ? 1 : 0);
  }
});

test("another site's page gets no socket, with whoever's cookie", async ({ house }) => {
  const cookie = await world.cookieOf("owner", null);
  const foreign: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { origin: house.origin, "sec-fetch-site": "cross-site" },
  ];
  for (const headers of foreign) {
    const socket = io(house.origin, {
      transports: ["websocket"],
      reconnection: false,
      extraHeaders: { cookie, ...headers },
      auth: await handshake("desk"),
    });
    open.push(socket);
    const refused = await new Promise((resolve) => {
      socket.once("connect", () => resolve(false));
      socket.once("connect_error", () => resolve(true));
    });
    expect(refused).toBe(true);
  }
});

async function knock(row: Row, who: Who): Promise<string> {
  const subject = row.state === null ? null : await world.conversation(row.state);
  const [kind, name] = row.door.split(" ");
  if (kind === "handshake") return (await connect(name as Handshake["as"], who, subject)) ? "ok" : "no";
  const line = await connect(who === "visitor" || who === "stranger" ? "visitor" : "desk", who, subject);
  if (!line || !subject) return "–";
  if (name === "watch") return (await watch(line, subject)) ? "ok" : "no";
  return (await isTold(row, who, line, subject)) ? "ok" : "no";
}

/** Does what somebody says reach the other side? Silence is proven by what is said after it and does arrive. */
async function isTold(row: Row, who: Who, line: Line, subject: Subject): Promise<boolean> {
  const { conversationId } = subject;
  const child = await connect("visitor", "visitor", subject);
  const desk = await connect("desk", "owner", subject);
  if (!child || !desk) throw new Error("The witnesses have no socket");
  await watch(desk, subject);
  // A visitor's second screen would keep them "here"; in this row they have one.
  if (row.door === "socket visible" && who === "visitor") child.socket.close();
  await watch(line, subject);
  const told = () =>
    row.door === "socket visible"
      ? desk.heard.some(({ who: said, activity }) => said.kind === "visitor" && activity === "gone")
      : [...(who === "visitor" ? desk : child).heard, ...(who === "stranger" ? desk.heard : [])].some(
          ({ activity }) => activity === "typing",
        );
  if (row.door === "socket visible") line.socket.emit("visible", false);
  else line.socket.emit("typing", { conversationId, typing: true, mode: row.variant as "reply" | "note" });
  if (row.cells[who] === "ok")
    return expect
      .poll(told)
      .toBe(true)
      .then(() => true);
  // Everything above has been heard by the server once it answers this.
  await watch(line, null);
  // A visitor hears of replies; a colleague of the child's own words.
  const before = told();
  const last = { conversationId, typing: true, mode: "reply" as const };
  if (row.door === "socket visible") child.socket.close();
  else {
    child.socket.emit("typing", last);
    if (who !== "owner") desk.socket.emit("typing", last);
  }
  // A supervisor's note is told to colleagues, not to the other side.
  const wanted = row.door === "socket visible" ? "gone" : "typing";
  const arrived = () => desk.heard.filter(({ who: said, activity }) => said.kind === "visitor" && activity === wanted).length;
  await expect.poll(arrived).toBeGreaterThan(0);
  return before || arrived() > 1 || (who !== "owner" && child.heard.filter(({ activity }) => activity === "typing").length > 1);
}

/** @returns null when the socket is refused, a line that is in step otherwise */
async function connect(as: Handshake["as"], who: Who, subject: Subject | null, watching?: string): Promise<Line | null> {
  const { origin } = world.house;
  const socket: Line["socket"] = io(origin, {
    transports: ["websocket"],
    reconnection: false,
    forceNew: true,
    extraHeaders: { cookie: await world.cookieOf(who, subject), origin },
    auth: { ...(await handshake(as)), watching },
  });
  open.push(socket);
  const line: Line = { socket, heard: [], lost: [] };
  socket.on("activity", (signal: never) => line.heard.push(signal));
  socket.on("unwatch", (id: never) => line.lost.push(id));
  return new Promise((resolve, reject) => {
    socket.once("synced", () => resolve(line));
    socket.once("connect_error", (error) => (error.message === "not-signed-in" ? resolve(null) : reject(error)));
  });
}

async function handshake(as: Handshake["as"]): Promise<Handshake> {
  return { as, cursor: await currentCursor(world.house.db), v: PROTOCOL_VERSION };
}

async function watch({ socket }: Line, subject: Subject | null): Promise<boolean> {
  const cursor = await currentCursor(world.house.db);
  const thread = subject && { conversationId: subject.conversationId, cursor };
  return new Promise((resolve) => socket.emit("watch", thread, (answer) => resolve(answer.ok)));
}
