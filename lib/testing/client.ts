import type { Socket } from "socket.io-client";
import { LiveChat } from "@/components/realtime/live-chat";
import { LiveDesk } from "@/components/realtime/live-desk";
import { openLiveSocket, type LiveHandlers } from "@/components/realtime/live-socket";
import { SendQueue, type QueueClock, type QueueStorage, type SendAnswer } from "@/components/realtime/send-queue";
import type { Actor } from "@/lib/contract/actor";
import type { DeskView, MessageView, ThreadView, VisitorView } from "@/lib/contract/views";
import { cookieOf } from "./live-server";

/**
 * Screens without a browser: the very stores and send queue that the pages use, over a real socket and real HTTP, against servers of
 * `live-server.ts`.
 */

export interface Remote {
  origin: string;
  actor: Actor;
}

export interface DeskClient {
  live: LiveDesk;
  queue: SendQueue<{ text: string }, MessageView>;
  socket: () => Socket;
  stop: () => void;
}

export interface ChatClient {
  live: LiveChat;
  queue: SendQueue<{ text: string }, MessageView>;
  socket: () => Socket;
  stop: () => void;
}

/** A desk: loads its snapshot, connects; `live.open` opens a thread. */
export async function openDesk(remote: Remote): Promise<DeskClient> {
  const held: { socket?: Socket } = {};
  const live = new LiveDesk(await load<DeskView>(remote, "/desk"), {
    loadDesk: () => load<DeskView>(remote, "/desk"),
    loadThread: (id) => loadOrNull<ThreadView>(remote, `/thread/${id}`),
    now: () => Date.now(),
    random: () => 0,
    openSocket: (handlers) => openLiveSocket(capture(handlers, held), socketOptions(remote)),
  });
  const queue = queueOf(remote, (message) => live.addMessage(message));
  live.start();
  return { live, queue, socket: () => held.socket!, stop: () => (live.stop(), queue.stop()) };
}

/** A visitor's chat: loads its snapshot, connects if there is a conversation. */
export async function openChat(remote: Remote): Promise<ChatClient> {
  const held: { socket?: Socket } = {};
  const live = new LiveChat(await load<VisitorView>(remote, "/chat"), {
    loadChat: () => load<VisitorView>(remote, "/chat"),
    now: () => Date.now(),
    random: () => 0,
    openSocket: (handlers) => openLiveSocket(capture(handlers, held), socketOptions(remote)),
  });
  const queue = queueOf(remote, (message) => live.addMessage(message));
  live.start();
  return { live, queue, socket: () => held.socket!, stop: () => (live.stop(), queue.stop()) };
}

/** One request of a screen. */
export async function load<View>({ origin, actor }: Remote, path: string): Promise<View> {
  for (let tries = 1; ; tries += 1) {
    try {
      const response = await fetch(origin + path, { headers: { cookie: cookieOf(actor) }, signal: AbortSignal.timeout(5000) });
      if (response.ok) return (await response.json()) as View;
      if (response.status < 500) throw new Refused(response.status);
    } catch (error) {
      if (error instanceof Refused || tries === 40) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** One send, exactly once tried: what the queue does with the answer is the queue's business. */
export async function post({ origin, actor }: Remote, body: object): Promise<SendAnswer<MessageView>> {
  const response = await fetch(`${origin}/messages`, {
    method: "POST",
    headers: { cookie: cookieOf(actor), "content-type": "application/json" },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(5000),
  });
  const answer = (await response.json()) as MessageView & { code?: string };
  if (response.ok) return { kind: "stored", value: answer };
  return response.status >= 500 ? { kind: "unavailable" } : { kind: "refused", code: answer.code ?? "internal" };
}

/** Where a browser keeps its queue, in a variable. */
function memoryStorage(): QueueStorage {
  let kept: string | null = null;
  return { load: () => kept, save: (text) => void (kept = text), clear: () => void (kept = null) };
}

const realClock: QueueClock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  random: Math.random,
};

class Refused extends Error {
  constructor(readonly status: number) {
    super(`refused with ${status}`);
  }
}

async function loadOrNull<View>(remote: Remote, path: string): Promise<View | null> {
  return load<View>(remote, path).catch((error: unknown) => {
    if (error instanceof Refused) return null;
    throw error;
  });
}

function queueOf(remote: Remote, onStored: (message: MessageView) => void): SendQueue<{ text: string }, MessageView> {
  return new SendQueue({
    send: ({ clientId, lane, body }) => post(remote, { clientId, conversationId: lane, ...body }),
    storage: memoryStorage(),
    clock: realClock,
    onStored: (_item, message) => onStored(message),
  });
}

const socketOptions = ({ origin, actor }: Remote) => ({
  origin,
  transports: ["websocket"],
  extraHeaders: { cookie: cookieOf(actor) },
});

function capture<Event>(handlers: LiveHandlers<Event>, held: { socket?: Socket }): LiveHandlers<Event> {
  return {
    ...handlers,
    on: (socket) => {
      held.socket = socket;
      handlers.on(socket);
    },
  };
}
