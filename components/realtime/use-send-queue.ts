"use client";
import { useEffect, useState, useSyncExternalStore } from "react";
import { SendQueue, type Outgoing, type QueueOptions } from "./send-queue";

const NONE: readonly never[] = [];

/** The send queue for a screen. It takes up what a reload left, and tries at once when the network is back. */
export function useSendQueue<Body, Stored>(
  options: QueueOptions<Body, Stored>,
): { items: readonly Outgoing<Body>[]; queue: SendQueue<Body, Stored> } {
  const [queue] = useState(() => new SendQueue(options));
  useEffect(() => {
    const kick = () => queue.kick();
    queue.start();
    window.addEventListener("online", kick);
    return () => {
      window.removeEventListener("online", kick);
      queue.stop();
    };
  }, [queue]);
  return { items: useSyncExternalStore(queue.subscribe, queue.items, () => NONE), queue };
}
