"use client";

import type { Language } from "@/lib/contract/roles";
import { ChatScreen } from "@/components/webchat/chat-screen";
import type { ChatActions } from "@/components/webchat/model";
import { WordsProvider, type ChatWords } from "@/components/webchat/words";
import type { Scene } from "./scenes";

const NOTHING: ChatActions = {
  send: () => undefined,
  askForPerson: () => undefined,
  retry: () => undefined,
  takeBack: () => "",
  typing: () => undefined,
  atBottom: () => undefined,
  loadOlder: async () => undefined,
  end: async () => true,
  giveFeedback: async () => true,
  startAgain: () => undefined,
};

/** One scene, with buttons that do nothing. */
export function ChatGallery({
  scene,
  words,
  language,
  embed,
}: {
  scene: Scene;
  words: ChatWords;
  language: Language;
  embed: boolean;
}) {
  return (
    <WordsProvider words={words}>
      <ChatScreen
        state={scene.state}
        actions={NOTHING}
        welcome={scene.welcome}
        language={language}
        embed={embed}
        now={scene.state.view.now}
      />
    </WordsProvider>
  );
}
