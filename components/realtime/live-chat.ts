import { applyVisitorEvent, heardUpTo, withMessage } from "@/lib/contract/apply-event";
import type { ActivitySignal, ResyncReason, VisitorEvent } from "@/lib/contract/events";
import type { MessageView, VisitorView, WaitView } from "@/lib/contract/views";
import { activeNow, withSignal, type Heard } from "./activity";
import { NOT_YET, nextConnection, type Connection, type ConnectionEvent } from "./connection-state";
import { LineTurn } from "./line-turn";
import { openLiveSocket, type LiveHandlers, type LiveSocket } from "./live-socket";
import { Store } from "./store";

/** What the visitor's chat shows; a new object whenever something changed. */
export interface ChatScreen {
  chat: VisitorView;
  /** The counsellor is writing: that, never what. */
  typing: boolean;
  /** Null before the first word: nothing is connected yet, and nothing is missing. */
  connection: Connection | null;
  clockOffsetMs: number;
}

export interface ChatDoors {
  loadChat: () => Promise<VisitorView>;
  /** This device's clock. */
  now: () => number;
  /** 0 to 1. */
  random: () => number;
  openSocket?: (handlers: LiveHandlers<VisitorEvent>) => LiveSocket<VisitorEvent>;
}

const RETRY_MS = 2000;
const LINE_SPREAD_MS = 15_000;

/** The visitor's chat, kept in step with the server. Connects with the first word: a device without one is unknown to the server. */
export class LiveChat extends Store<ChatScreen> {
  readonly #doors: ChatDoors;
  readonly #socket: LiveSocket<VisitorEvent>;
  readonly #lineTurn: LineTurn;
  #heard: Heard = new Map();
  #tick: ReturnType<typeof setInterval> | null = null;
  #reloading = false;

  constructor(chat: VisitorView, doors: ChatDoors) {
    super({ chat, typing: false, connection: null, clockOffsetMs: Date.parse(chat.now) - doors.now() });
    this.#doors = doors;
    this.#lineTurn = new LineTurn(doors.random() * LINE_SPREAD_MS);
    this.#socket = (doors.openSocket ?? openLiveSocket<VisitorEvent>)({
      handshake: () => ({ as: "visitor", cursor: this.snapshot().chat.cursor }),
      onEvents: (batch) => this.set({ chat: batch.reduce(applyVisitorEvent, this.snapshot().chat) }),
      onSynced: ({ cursor, now }) => this.#synced(cursor, now),
      onResync: (why) => void this.#resync(why),
      onConnection: (event) => this.#connection(event),
      on: (socket) => {
        socket.on("activity", (signal: ActivitySignal) => this.#activity(signal));
        socket.on("wait", (wait: WaitView | null) => this.set({ chat: { ...this.snapshot().chat, wait } }));
      },
    });
  }

  start(): void {
    this.#tick ??= setInterval(() => this.#everySecond(), 1000);
    if (this.snapshot().chat.conversation !== null) this.#connect();
  }

  /** Closes at once, and stays closed: also for quick exit. */
  stop(): void {
    if (this.#tick) clearInterval(this.#tick);
    this.#tick = null;
    this.#socket.close();
  }

  /** After the first word was stored: takes the snapshot that has it, then goes live. */
  async begin(): Promise<void> {
    if (this.snapshot().connection !== null) return;
    await this.#reload();
  }

  /** The answer of one's own send: shown at once; the event that follows changes nothing more. */
  addMessage(message: MessageView): void {
    const { chat } = this.snapshot();
    if (chat.conversation?.id !== message.conversationId) return void this.begin();
    this.set({ chat: { ...chat, messages: withMessage(chat.messages, message, false) } });
  }

  /** Older messages, loaded by the screen. */
  addOlder(messages: readonly MessageView[]): void {
    const { chat } = this.snapshot();
    const own = messages.filter((message) => message.conversationId === chat.conversation?.id);
    this.set({ chat: { ...chat, messages: own.reduce((all, message) => withMessage(all, message, false), chat.messages) } });
  }

  saysTyping(typing: boolean): void {
    const { conversation } = this.snapshot().chat;
    if (conversation) this.#socket.typing({ conversationId: conversation.id, typing });
  }

  isVisible(visible: boolean): void {
    this.#socket.visible(visible);
  }

  #connect(): void {
    this.set({ connection: this.snapshot().connection ?? NOT_YET });
    this.#socket.connect();
  }

  #synced(cursor: string, now: string): void {
    const at = this.#doors.now();
    const { chat, connection } = this.snapshot();
    this.set({
      chat: heardUpTo(chat, cursor),
      connection: nextConnection(connection ?? NOT_YET, { type: "synced", at }),
      clockOffsetMs: Date.parse(now) - at,
    });
  }

  async #resync(why: ResyncReason): Promise<void> {
    if (why !== "protocol") return this.#reload();
    this.#connection({ type: "outdated" });
    this.#socket.close();
  }

  async #reload(): Promise<void> {
    if (this.#reloading) return;
    this.#reloading = true;
    try {
      this.set({ chat: await this.#doors.loadChat() });
      if (this.#tick && this.snapshot().chat.conversation !== null) this.#connect();
    } catch {
      setTimeout(() => void (this.#tick && this.#reload()), RETRY_MS);
    } finally {
      this.#reloading = false;
    }
  }

  #connection(event: ConnectionEvent): void {
    this.set({ connection: nextConnection(this.snapshot().connection ?? NOT_YET, event) });
  }

  #activity(signal: ActivitySignal): void {
    this.#heard = withSignal(this.#heard, signal, this.#doors.now());
    this.#showTyping();
  }

  #everySecond(): void {
    this.#showTyping();
    const { chat, clockOffsetMs } = this.snapshot();
    if (this.#lineTurn.isDue(chat.line, this.#doors.now() + clockOffsetMs)) void this.#askForLine();
  }

  #showTyping(): void {
    const typing = activeNow(this.#heard, this.#doors.now()).some(
      ({ activity, who }) => activity === "typing" && who.kind === "staff",
    );
    if (typing !== this.snapshot().typing) this.set({ typing });
  }

  async #askForLine(): Promise<void> {
    const fresh = await this.#doors.loadChat().catch(() => null);
    if (fresh) this.set({ chat: { ...this.snapshot().chat, line: fresh.line } });
  }
}
