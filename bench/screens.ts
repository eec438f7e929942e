import type { Phase } from "@/components/realtime/connection-state";
import { LiveChat } from "@/components/realtime/live-chat";
import { LiveDesk } from "@/components/realtime/live-desk";
import { openLiveSocket } from "@/components/realtime/live-socket";
import type { DeskEvent } from "@/lib/contract/events";
import type { DeskView, ThreadView, VisitorView } from "@/lib/contract/views";
import { each, type Counsellor, type Talk } from "./cast";

/** The pages' own stores over real sockets and real HTTP, without a browser. */
export interface Screen {
  stop: () => void;
}

export interface Desk extends Screen {
  live: LiveDesk;
}

const PATIENCE_MS = 30_000;

/**
 * Opens desks, each on one thread of its own.
 * @param heard called for every batch after the reducers have run: from then on a screen shows it
 */
export async function openDesks(
  origin: string,
  counsellors: readonly Counsellor[],
  talks: readonly Talk[],
  heard: (desk: number, live: LiveDesk, batch: readonly DeskEvent[]) => void,
): Promise<Desk[]> {
  return each(counsellors.length, async (n) => {
    const { cookie } = counsellors[n]!;
    const view = await load<DeskView>(origin, "/api/desk", cookie);
    const live: LiveDesk = new LiveDesk(view, {
      loadDesk: () => load<DeskView>(origin, "/api/desk", cookie),
      loadThread: (id) => load<ThreadView>(origin, `/api/conversations/${id}`, cookie),
      now: () => Date.now(),
      random: () => 0,
      openSocket: (handlers) =>
        openLiveSocket(
          {
            ...handlers,
            onEvents: (batch) => {
              handlers.onEvents(batch);
              heard(n, live, batch);
            },
          },
          { origin, transports: ["websocket"], extraHeaders: { cookie } },
        ),
    });
    live.start();
    const own = talks.find((talk) => talk.counsellor === n);
    await connected(() => live.snapshot().connection);
    if (own) await live.open(own.conversationId);
    return { live, stop: () => live.stop() };
  });
}

/** Opens the chats of people who write. */
export async function openChats(origin: string, talks: readonly Talk[]): Promise<Screen[]> {
  return each(talks.length, async (n) => {
    const { cookie } = talks[n]!;
    const live = new LiveChat(await load<VisitorView>(origin, "/api/chat", cookie), {
      loadChat: () => load<VisitorView>(origin, "/api/chat", cookie),
      now: () => Date.now(),
      random: () => 0,
      openSocket: (handlers) => openLiveSocket(handlers, { origin, transports: ["websocket"], extraHeaders: { cookie } }),
    });
    live.start();
    await connected(() => live.snapshot().connection);
    return { stop: () => live.stop() };
  });
}

async function connected(phaseOf: () => { phase: Phase } | null): Promise<void> {
  for (const until = performance.now() + PATIENCE_MS; performance.now() < until;) {
    if (phaseOf()?.phase === "live") return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`A screen was not connected within ${PATIENCE_MS / 1000} s (${phaseOf()?.phase ?? "nothing to hear"})`);
}

async function load<View>(origin: string, path: string, cookie: string): Promise<View> {
  const response = await fetch(origin + path, { headers: { cookie } });
  if (!response.ok) throw new Error(`GET ${path.replace(/[0-9a-f-]{36}/, ":id")} was answered with ${response.status}`);
  return (await response.json()) as View;
}
