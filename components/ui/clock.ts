"use client";

let offset = 0;
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

// The one place of the screens that reads the device's clock: everything else asks serverNow().
// eslint-disable-next-line no-restricted-syntax
const deviceNow = () => Date.now();

/** The server's time in milliseconds: a telephone's own clock may be minutes off. */
export function serverNow(): number {
  return deviceNow() + offset;
}

/** Sets the clock by an instant just received from the server. */
export function correctClock(now: string): void {
  offset = Date.parse(now) - deviceNow();
}

/** Calls back every second; one timer for the whole page, none when nobody listens. */
export function onSecond(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
