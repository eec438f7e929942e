/** Said again while it holds, because the signal is volatile; the other side forgets it after eight seconds. */
const REPEAT_MS = 4000;
const IDLE_MS = 5000;

interface Clock {
  now: () => number;
  /** @returns how to call it off */
  after: (ms: number, run: () => void) => () => void;
}

/** Turns keystrokes into "types" and "has stopped": that someone types, never what or how fast. */
export class TypingSignal {
  readonly #say: (typing: boolean) => void;
  readonly #clock: Clock;
  #saidAt: number | null = null;
  #cancel: (() => void) | null = null;

  constructor(say: (typing: boolean) => void, clock: Clock) {
    this.#say = say;
    this.#clock = clock;
  }

  /** At each keystroke, with whether there is anything in the field; and with false when it is left or sent. */
  key(typing: boolean): void {
    this.#cancel?.();
    this.#cancel = null;
    if (!typing) return this.#stop();
    const now = this.#clock.now();
    if (this.#saidAt === null || now - this.#saidAt >= REPEAT_MS) {
      this.#saidAt = now;
      this.#say(true);
    }
    this.#cancel = this.#clock.after(IDLE_MS, () => this.#stop());
  }

  #stop(): void {
    if (this.#saidAt === null) return;
    this.#saidAt = null;
    this.#say(false);
  }
}
