import { monitorEventLoopDelay } from "node:perf_hooks";
import type { LiveDesk } from "@/components/realtime/live-desk";
import type { DeskEvent } from "@/lib/contract/events";
import type { Counsellor, Talk } from "./cast";
import { until } from "./echo";
import { arrivals, spreadOf, type Spread } from "./percentiles";
import { openChats, openDesks, type Screen } from "./screens";
import { numbered, numberOf, Sender } from "./send";

export interface Latency {
  perSecond: number;
  /** From the instant the message was due to be sent to the counsellor's screen holding it, in milliseconds. */
  spread: Spread;
  /** Never arrived. */
  lost: number;
  /** How late the load generator itself was, p99 in milliseconds: part of the figures above. */
  ownDelay: number;
}

/** More than this at once is not the browser's pattern any more; a slow server makes messages wait here, and they are counted. */
const CONNECTIONS = 64;
const WARM_SECONDS = 4;
const PATIENCE_MS = 15_000;

interface Waiting {
  due: number;
  talk: Talk;
}

/** Desks and chats that are open, and how long what visitors write takes to reach the desks. */
export class Evening {
  readonly #talks: readonly Talk[];
  readonly #sender: Sender;
  readonly #byConversation: Map<string, Talk>;
  readonly #waiting = new Map<number, Waiting>();
  #screens: Screen[] = [];
  #took: number[] = [];
  #number = 0;

  private constructor(origin: string, talks: readonly Talk[]) {
    this.#talks = talks;
    this.#sender = new Sender(origin, CONNECTIONS);
    this.#byConversation = new Map(talks.map((talk) => [talk.conversationId, talk]));
  }

  /** Opens every counsellor's desk, with one thread, and every visitor's chat. */
  static async open(origin: string, counsellors: readonly Counsellor[], talks: readonly Talk[]): Promise<Evening> {
    const evening = new Evening(origin, talks);
    const desks = await openDesks(origin, counsellors, talks, (desk, live, batch) => evening.#heard(desk, live, batch));
    evening.#screens = [...desks, ...(await openChats(origin, talks))];
    return evening;
  }

  /** Messages at a rate, each to the next conversation. */
  async measure(perSecond: number, seconds: number): Promise<Latency> {
    await this.#send(perSecond, WARM_SECONDS);
    this.#took = [];
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    await this.#send(perSecond, seconds);
    delay.disable();
    const lost = this.#waiting.size;
    this.#waiting.clear();
    return { perSecond, spread: spreadOf(this.#took), lost, ownDelay: delay.percentile(99) / 1e6 };
  }

  close(): void {
    for (const screen of this.#screens) screen.stop();
    this.#sender.close();
  }

  async #send(perSecond: number, seconds: number): Promise<void> {
    const started = performance.now();
    await Promise.all(
      arrivals(perSecond, seconds, Math.random).map(async (at) => {
        await until(started + at);
        const n = (this.#number += 1);
        const talk = this.#talks[n % this.#talks.length]!;
        // Counted from when it was due: a server that makes the sender late does not thereby look faster.
        this.#waiting.set(n, { due: started + at, talk });
        await this.#sender.visitorWrites(talk.cookie, numbered(n));
      }),
    );
    for (const end = performance.now() + PATIENCE_MS; this.#waiting.size > 0 && performance.now() < end;)
      await new Promise((resolve) => setTimeout(resolve, 20));
  }

  /** The reducers have run: is what the counsellor waits for on the screen? In the open thread the line itself, elsewhere the row. */
  #heard(desk: number, live: LiveDesk, batch: readonly DeskEvent[]): void {
    const { desk: view, thread } = live.snapshot();
    const at = performance.now();
    for (const event of batch) {
      if (event.type === "message.added" && thread?.row.id === event.message.conversationId) {
        const line = thread.messages.find((message) => message.id === event.message.id);
        this.#arrived(numberOf(line?.text ?? null), at);
      } else if (event.type === "conversation.changed" && thread?.row.id !== event.row.id) {
        if (this.#byConversation.get(event.row.id)?.counsellor !== desk) continue;
        const row = view.rows.find((each) => each.id === event.row.id);
        this.#showsRow(event.row.id, numberOf(row?.preview ?? null), at);
      }
    }
  }

  #arrived(n: number | null, at: number): void {
    const waiting = n === null ? undefined : this.#waiting.get(n);
    if (n === null || !waiting) return;
    this.#waiting.delete(n);
    this.#took.push(at - waiting.due);
  }

  /** A row shows the newest words; what came before them in the same conversation is thereby shown too. */
  #showsRow(conversationId: string, newest: number | null, at: number): void {
    if (newest === null) return;
    for (const [n, { talk }] of this.#waiting) {
      if (talk.conversationId === conversationId && n <= newest) this.#arrived(n, at);
    }
  }
}
