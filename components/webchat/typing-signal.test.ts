import { describe, expect, it } from "vitest";
import { TypingSignal } from "./typing-signal";

function scene() {
  const said: boolean[] = [];
  let now = 0;
  let due: { at: number; run: () => void } | null = null;
  const signal = new TypingSignal((typing) => said.push(typing), {
    now: () => now,
    after: (ms, run) => {
      const mine = { at: now + ms, run };
      due = mine;
      return () => {
        if (due === mine) due = null;
      };
    },
  });
  const pass = (ms: number) => {
    now += ms;
    if (due && due.at <= now) {
      const { run } = due;
      due = null;
      run();
    }
  };
  return { said, signal, pass };
}

describe("TypingSignal", () => {
  it("says it once for many keystrokes, again every four seconds, and that it is over after five without one", () => {
    const { said, signal, pass } = scene();
    for (let key = 0; key < 10; key++) {
      signal.key(true);
      pass(300);
    }
    expect(said).toEqual([true]);
    pass(1500);
    signal.key(true);
    expect(said).toEqual([true, true]);
    pass(5000);
    expect(said).toEqual([true, true, false]);
  });

  it("stops at once when the field is emptied, sent or left, and says nothing twice", () => {
    const { said, signal, pass } = scene();
    signal.key(false);
    expect(said).toEqual([]);
    signal.key(true);
    signal.key(false);
    signal.key(false);
    pass(60_000);
    expect(said).toEqual([true, false]);
  });
});
