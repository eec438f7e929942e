import { spawn, type ChildProcess } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { v7 as uuid } from "uuid";
import type { Actor, StaffActor } from "@/lib/contract/actor";
import type { DeskView, MessageView, ThreadView, VisitorView } from "@/lib/contract/views";
import { openBalancer, type Balancer } from "./balancer";
import { load, openChat, openDesk, post, type ChatClient, type DeskClient } from "./client";
import { eventually } from "./eventually";
import type { Scene } from "./factories";

/** Two real server processes, many screens, a network that breaks all the time, a server that is killed: what is lost? */

export interface ChurnPlan {
  conversations: number;
  disconnects: number;
  messagesPerSender: number;
  masterKey: string;
}

export interface ChurnFigures {
  clients: number;
  disconnects: number;
  kills: number;
  sent: number;
  sentTwice: number;
  /** Stored in the database: sent but not there; there more than once; not in the order in which their sender sent them. */
  lost: number;
  duplicated: number;
  misordered: number;
  /** On the screens, against what the database has at the end: who, and in what. */
  screensThatDiffer: string[];
  /** On the screens, at any moment: a message twice, or before an earlier one. */
  momentsOutOfOrder: number;
}

interface Sender {
  conversationId: string;
  actor: Actor;
  client: DeskClient | ChatClient;
  sent: string[];
}

/** Runs it. The figures are the result; the caller says what they must be. */
export async function churn(scene: Scene, plan: ChurnPlan): Promise<ChurnFigures> {
  const servers = [new Server(scene.url, plan.masterKey), new Server(scene.url, plan.masterKey)];
  await Promise.all(servers.map((server) => server.start()));
  const balancer = await openBalancer(() => servers.flatMap((server) => server.port ?? []));
  const screens: Screen[] = [];
  try {
    const senders = await openScreens(scene, balancer.origin, plan.conversations, screens);
    const network = breakNetwork(balancer, servers, plan.disconnects);
    const sentTwice = await Promise.all(senders.map((sender) => talk(sender, balancer.origin, plan.messagesPerSender)));
    const { disconnects, kills } = await network;
    for (const { client } of senders) await eventually("everything is sent", () => client.queue.items().every(isSent), 60_000);
    const differing = await Promise.all(screens.map((screen) => differs(screen, balancer.origin)));
    return {
      clients: screens.length,
      disconnects,
      kills,
      sent: senders.reduce((sum, sender) => sum + sender.sent.length, 0),
      sentTwice: sentTwice.reduce((sum, count) => sum + count, 0),
      ...(await stored(scene, senders)),
      screensThatDiffer: differing.filter((difference) => difference !== ""),
      momentsOutOfOrder: screens.reduce((sum, screen) => sum + screen.outOfOrder(), 0),
    };
  } finally {
    for (const screen of screens) screen.client.stop();
    await balancer.close();
    await Promise.all(servers.map((server) => server.stop()));
  }
}

interface Screen {
  actor: Actor;
  conversationId: string;
  client: DeskClient | ChatClient;
  outOfOrder: () => number;
}

const isSent = ({ state }: { state: string }) => state === "sent";

/** Of each conversation: the child's chat and the counsellor's desk, both writing; of every third, a supervisor who watches too. */
async function openScreens(scene: Scene, origin: string, conversations: number, screens: Screen[]): Promise<Sender[]> {
  const supervisor = await scene.staff({ name: "Supervisor", roles: ["supervisor"] });
  const openOne = async (n: number): Promise<Sender[]> => {
    const counsellor = await scene.staff({ name: `Counsellor ${n}` });
    const { id, visitor } = await scene.conversation({ state: "active", counsellorId: counsellor.id });
    const chat = await openChat({ origin, actor: visitor });
    const desk = await openDeskOn(id, { origin, actor: counsellor });
    screens.push(watch(visitor, id, chat), watch(counsellor, id, desk));
    if (n % 3 === 0) {
      const watcher: StaffActor = { ...supervisor, sessionId: uuid() };
      screens.push(watch(watcher, id, await openDeskOn(id, { origin, actor: watcher })));
    }
    return [
      { conversationId: id, actor: visitor, client: chat, sent: [] },
      { conversationId: id, actor: counsellor, client: desk, sent: [] },
    ];
  };
  return (await Promise.all(Array.from({ length: conversations }, (_, n) => openOne(n)))).flat();
}

async function openDeskOn(conversationId: string, remote: { origin: string; actor: Actor }): Promise<DeskClient> {
  const desk = await openDesk(remote);
  await desk.live.open(conversationId);
  return desk;
}

function watch(actor: Actor, conversationId: string, client: DeskClient | ChatClient): Screen {
  let wrong = 0;
  client.live.subscribe(() => {
    const seqs = messagesOf(client).map(({ seq }) => seq);
    if (seqs.some((seq, index) => index > 0 && seq <= seqs[index - 1]!)) wrong += 1;
  });
  return { actor, conversationId, client, outOfOrder: () => wrong };
}

function messagesOf(client: DeskClient | ChatClient): readonly MessageView[] {
  const screen = client.live.snapshot();
  return "chat" in screen ? screen.chat.messages : (screen.thread?.messages ?? []);
}

/** Sends one after the other; every fourth a second time beside the queue, perhaps to the other server. @returns how many of those */
async function talk(sender: Sender, origin: string, count: number): Promise<number> {
  let twice = 0;
  for (let n = 0; n < count; n += 1) {
    await sleep(80 + Math.random() * 300);
    const clientId = uuid();
    const body = { text: `${sender.actor.kind} ${n}` };
    sender.sent.push(clientId);
    sender.client.queue.add(sender.conversationId, body, clientId);
    if (n % 4 > 0) continue;
    // Only once the first has been tried: a copy that overtook the queue would be a person writing out of order.
    await eventually(
      "tried",
      () => sender.client.queue.items().some((item) => item.clientId === clientId && isSent(item)),
      60_000,
    );
    await post({ origin, actor: sender.actor }, { clientId, conversationId: sender.conversationId, ...body }).catch(() => null);
    twice += 1;
  }
  return twice;
}

async function breakNetwork(
  balancer: Balancer,
  servers: Server[],
  wanted: number,
): Promise<{ disconnects: number; kills: number }> {
  let disconnects = 0;
  const restarts: Promise<void>[] = [];
  while (disconnects < wanted) {
    await sleep(20 + Math.random() * 30);
    if (balancer.cut()) disconnects += 1;
    const victim = servers[restarts.length];
    if (!victim || disconnects <= (wanted * (restarts.length + 1)) / (servers.length + 1)) continue;
    restarts.push(
      victim
        .kill()
        .then(() => sleep(500))
        .then(() => victim.start()),
    );
  }
  await Promise.all(restarts);
  return { disconnects, kills: restarts.length };
}

async function stored(
  scene: Scene,
  senders: readonly Sender[],
): Promise<Pick<ChurnFigures, "lost" | "duplicated" | "misordered">> {
  const figures = { lost: 0, duplicated: 0, misordered: 0 };
  for (const { conversationId, actor, sent } of senders) {
    const author = actor.kind === "visitor" ? "visitor" : "counsellor";
    const rows = await scene.db.message.findMany({ where: { conversationId, author }, orderBy: { seq: "asc" } });
    const ids = rows.map((row) => row.clientId ?? "");
    figures.lost += sent.filter((clientId) => !ids.includes(clientId)).length;
    figures.duplicated += ids.length - new Set(ids).size;
    const order = ids.map((clientId) => sent.indexOf(clientId));
    figures.misordered += order.filter((place, index) => index > 0 && place < order[index - 1]!).length;
  }
  return figures;
}

/** In what the screen differs from what a reload would show, when it has had time to come into step; empty if in nothing. */
async function differs(screen: Screen, origin: string): Promise<string> {
  let wrong: string[] = [];
  const same = async () => (wrong = await differences(screen, origin)).length === 0;
  return eventually("the screen is in step", same, 30_000).then(
    () => "",
    () =>
      `${screen.actor.kind} ${screen.conversationId}: ${wrong.join(", ")} (${screen.client.live.snapshot().connection?.phase})`,
  );
}

async function differences({ actor, conversationId, client }: Screen, origin: string): Promise<string[]> {
  const remote = { origin, actor };
  const pairs: Record<string, [shown: unknown, fresh: unknown]> = {};
  const screen = client.live.snapshot();
  if ("chat" in screen) {
    const { messages, conversation } = await load<VisitorView>(remote, "/chat");
    pairs.messages = [screen.chat.messages.slice(-messages.length), messages];
    pairs.conversation = [screen.chat.conversation, conversation];
  } else {
    const thread = await load<ThreadView>(remote, `/thread/${conversationId}`);
    const desk = await load<DeskView>(remote, "/desk");
    pairs.messages = [screen.thread?.messages.slice(-thread.messages.length), thread.messages];
    pairs.row = [screen.thread?.row, thread.row];
    pairs.receipts = [screen.thread?.receipts, thread.receipts];
    pairs.rows = [byId(screen.desk.rows), byId(desk.rows)];
  }
  return Object.keys(pairs).filter((name) => !equal(...pairs[name]!));
}

const equal = (a: unknown, b: unknown) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
const byId = <T extends { id: string }>(list: readonly T[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));

/** The same content is the same text, whatever the order of its keys. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One server process. */
class Server {
  port: number | null = null;
  readonly #url: string;
  readonly #masterKey: string;
  #process: ChildProcess | null = null;

  constructor(url: string, masterKey: string) {
    this.#url = url;
    this.#masterKey = masterKey;
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, ["--import", "tsx", path.resolve("lib/testing/churn-server.ts")], {
      env: { ...process.env, DATABASE_URL: this.#url, MASTER_KEY: this.#masterKey, PORT: "0", DEMO: "1", NODE_ENV: "test" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.#process = child;
    const line = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout }).once("line", resolve);
      child.once("exit", (code) => reject(new Error(`A server ended with ${code} before it served`)));
    });
    this.port = Number(new URL(line).port);
  }

  /** SIGKILL: no goodbye to anybody. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  async stop(): Promise<void> {
    await this.#end("SIGTERM");
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    this.port = null;
    const child = this.#process;
    this.#process = null;
    if (!child || child.exitCode !== null) return;
    await new Promise((resolve) => {
      child.once("exit", resolve);
      child.kill(signal);
    });
  }
}
