"use client";

import { createContext, use, type ReactNode } from "react";
import type fr from "@/messages/fr.json";

/** The chat's words in the person's language. They come from the server as data, so that no message library is shipped. */
export type ChatWords = (typeof fr)["chat"];

const Words = createContext<ChatWords | null>(null);

export function WordsProvider({ words, children }: { words: ChatWords; children: ReactNode }) {
  return <Words value={words}>{children}</Words>;
}

/** The words of the chat around this component. */
export function useWords(): ChatWords {
  const words = use(Words);
  if (words === null) throw new Error("useWords needs a WordsProvider above it");
  return words;
}
