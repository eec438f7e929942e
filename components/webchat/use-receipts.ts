"use client";

import { useEffect, useRef, useState } from "react";
import type { VisitorView } from "@/lib/contract/views";
import { tellReceipts } from "./chat-doors";

/** A few messages at once are one receipt. */
const GATHER_MS = 300;
const AGAIN_MS = 5000;

/** Tells how far this device has received, and how far the person has had it before their eyes. */
export function useReceipts(view: VisitorView, atBottom: boolean): void {
  const visible = useVisible();
  const told = useRef({ conversationId: "", delivered: 0, read: 0 });
  const [failures, setFailures] = useState(0);
  const conversationId = view.conversation?.id ?? null;
  const delivered = view.messages.at(-1)?.seq ?? 0;
  const read = visible && atBottom ? delivered : 0;
  const { visitorDelivered, visitorRead } = view.receipts;

  useEffect(() => {
    if (conversationId === null) return;
    const before = told.current.conversationId === conversationId ? told.current : { delivered: 0, read: 0 };
    const known = { delivered: Math.max(before.delivered, visitorDelivered), read: Math.max(before.read, visitorRead) };
    if (delivered <= known.delivered && read <= known.read) return;
    const now = { delivered: Math.max(delivered, known.delivered), read: Math.max(read, known.read) };
    const timer = setTimeout(
      () => {
        void tellReceipts(conversationId, now.delivered, now.read).then((done) => {
          if (done) told.current = { conversationId, ...now };
          else setFailures((count) => count + 1);
        });
      },
      failures === 0 ? GATHER_MS : AGAIN_MS,
    );
    return () => clearTimeout(timer);
  }, [conversationId, delivered, read, visitorDelivered, visitorRead, failures]);
}

function useVisible(): boolean {
  const [visible, setVisible] = useState(true);
  useEffect(() => {
    const look = () => setVisible(document.visibilityState === "visible");
    look();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  return visible;
}
