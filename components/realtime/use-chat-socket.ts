"use client";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { VisitorView } from "@/lib/contract/views";
import { LiveChat, type ChatDoors, type ChatScreen } from "./live-chat";

/** The live chat for a screen: what it shows, and the store to act on it. Says by itself whether the tab is visible. */
export function useChatSocket(chat: VisitorView, doors: ChatDoors): { screen: ChatScreen; live: LiveChat } {
  const [live] = useState(() => new LiveChat(chat, doors));
  useEffect(() => {
    const tellVisible = () => live.isVisible(document.visibilityState === "visible");
    live.start();
    document.addEventListener("visibilitychange", tellVisible);
    return () => {
      document.removeEventListener("visibilitychange", tellVisible);
      live.stop();
    };
  }, [live]);
  return { screen: useSyncExternalStore(live.subscribe, live.snapshot, live.snapshot), live };
}
