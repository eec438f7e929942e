import type { LineView } from "@/lib/contract/views";

/** Nobody emits an event when the clock strikes: a screen asks again when the line should have turned. */
const ASK_AGAIN_MS = 20_000;

/** Has the hour come at which the line opens or closes? `now` is the server's time. */
function hasTurned(line: LineView, now: number): boolean {
  const turnsAt = line.open ? line.closesAt : line.nextOpening;
  return turnsAt !== null && now >= Date.parse(turnsAt);
}

/** Asks once for each turn, then every twenty seconds; spread, because every screen in the country sees the same hour strike. */
export class LineTurn {
  #askAt: number | null = null;
  readonly #spreadMs: number;

  constructor(spreadMs: number) {
    this.#spreadMs = spreadMs;
  }

  /** Called every second; true when the line's view should be loaded now. */
  isDue(line: LineView, now: number): boolean {
    if (!hasTurned(line, now)) {
      this.#askAt = null;
      return false;
    }
    this.#askAt ??= now + this.#spreadMs;
    if (now < this.#askAt) return false;
    this.#askAt = now + ASK_AGAIN_MS;
    return true;
  }
}
