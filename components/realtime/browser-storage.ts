import type { QueueClock, QueueStorage } from "./send-queue";

/**
 * Everything this software keeps in a browser is named with this prefix. Session storage only: it survives a reload, ends with the
 * tab and is never shared with whoever uses the device next. Quick exit empties it; `SendQueue.clear` empties what is in memory.
 */
const PREFIX = "3018.";

/** A drawer of the tab's storage; where the browser refuses storage, the queue lives in memory alone. */
export function tabStorage(name: string): QueueStorage {
  const key = PREFIX + name;
  return {
    load: () => quietly(() => sessionStorage.getItem(key)),
    save: (text) => void quietly(() => sessionStorage.setItem(key, text)),
    clear: () => void quietly(() => sessionStorage.removeItem(key)),
  };
}

/** The browser's clock, for the queue. */
export const browserClock: QueueClock = {
  now: () => new Date().getTime(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  random: Math.random,
};

/** An id for a message, made before it is sent. Works also where `crypto.randomUUID` does not: a plain-HTTP address in a local network. */
export function newClientId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

function quietly<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}
