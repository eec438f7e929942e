"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { MessageView, VisitorView } from "@/lib/contract/views";
import type { ChatScreen, LiveChat } from "@/components/realtime/live-chat";
import { serverNow } from "@/components/ui/clock";
import { loadChat } from "./chat-doors";

const LOAD_AGAIN_MS = 3000;
const nothing = () => () => undefined;

interface Live {
  screen: ChatScreen;
  live: LiveChat | null;
  /** A word was stored: shown at once if the live part has been loaded, else as soon as it is. */
  stored: (message: MessageView) => void;
}

/**
 * The live connection, fetched after the page can be used: its script is a fifth of the chat's and nobody needs it before the first
 * word. Until then the screen shows what the server rendered.
 */
export function useLiveChat(view: VisitorView): Live {
  const [live, setLive] = useState<LiveChat | null>(null);
  const [before] = useState<ChatScreen>({ chat: view, typing: false, connection: null, clockOffsetMs: 0 });
  const waiting = useRef<MessageView[]>([]);
  const current = useRef<LiveChat | null>(null);

  useEffect(() => {
    let gone = false;
    let again: ReturnType<typeof setTimeout> | null = null;
    const load = async () => {
      try {
        const { LiveChat } = await import("@/components/realtime/live-chat");
        if (gone) return;
        const loaded = new LiveChat(view, { loadChat, now: serverNow, random: Math.random });
        current.current = loaded;
        loaded.start();
        for (const message of waiting.current.splice(0)) loaded.addMessage(message);
        setLive(loaded);
      } catch {
        again = gone ? null : setTimeout(() => void load(), LOAD_AGAIN_MS);
      }
    };
    void load();
    return () => {
      gone = true;
      if (again) clearTimeout(again);
      current.current?.stop();
      current.current = null;
    };
    // The first view starts it; later ones come through the connection.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  useEffect(() => {
    const tell = () => live?.isVisible(document.visibilityState === "visible");
    document.addEventListener("visibilitychange", tell);
    return () => document.removeEventListener("visibilitychange", tell);
  }, [live]);

  const screen = useSyncExternalStore(live?.subscribe ?? nothing, live?.snapshot ?? (() => before), () => before);
  const [stored] = useState(() => (message: MessageView) => {
    if (current.current) current.current.addMessage(message);
    else waiting.current.push(message);
  });
  return { screen, live, stored };
}
