"use client";

import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { Phase } from "@/components/realtime/connection-state";
import { ChatScreen } from "./chat-screen";
import type { Origin } from "./chat-doors";
import type { ChatPageView } from "./model";
import { armQuickExit, LEAVE_EVENT, type ChatWindow } from "./quick-exit";
import { useChat } from "./use-chat";
import { useNow } from "./use-now";
import { WordsProvider, type ChatWords } from "./words";

interface Props extends Origin {
  page: ChatPageView;
  words: ChatWords;
  embed: boolean;
}

/** The live chat of the page /chat. */
export function Chat({ page, words, embed, language, source }: Props) {
  const { state, actions, forget, phase } = useChat(page, { language, source }, words.composer.personSaid);
  const [gone, setGone] = useState(false);
  const now = useNow(page.now);

  useEffect(() => {
    // The page's first script leaves; what is in memory and on the screen is this one's to forget, before the next page comes.
    const leave = () => {
      forget();
      flushSync(() => setGone(true));
    };
    window.addEventListener(LEAVE_EVENT, leave);
    return () => window.removeEventListener(LEAVE_EVENT, leave);
  }, [forget]);

  // Already done by the page's first script, except when a link of ours led here without loading a page.
  useEffect(() => armQuickExit({ target: page.exitUrl, title: words.awayTitle }), [page.exitUrl, words.awayTitle]);
  useEarlyTap();
  useLoadAgain(phase);
  if (gone) return null;
  return (
    <WordsProvider words={words}>
      <ChatScreen state={state} actions={actions} welcome={page.welcome} language={language} embed={embed} now={now} />
    </WordsProvider>
  );
}

/** On a slow phone a finger is faster than the scripts: what it touched before they came is done now, once. */
function useEarlyTap(): void {
  useEffect(() => {
    const page = window as ChatWindow;
    const touched = page.earlyTap;
    page.earlyTap = null;
    if (touched?.isConnected) touched.click();
  }, []);
}

/** A page of another version, or a device whose identity is gone, starts afresh; what was typed or not sent is kept by the tab. */
function useLoadAgain(phase: Phase | null): void {
  useEffect(() => {
    if (phase !== "outdated" && phase !== "signed-out") return;
    const key = "3018.chat-loaded-again";
    // Once in this tab: a server that always says so must not make the page flicker for ever.
    if (sessionStorage.getItem(key) !== null) return;
    sessionStorage.setItem(key, "1");
    location.reload();
  }, [phase]);
}
