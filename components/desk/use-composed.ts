"use client";
import { useEffect, useRef, useState } from "react";
import { useDesk } from "./desk-context";
import { doorOf } from "./use-act";

export type Mode = "reply" | "note";
type Texts = Record<Mode, string>;

const SAVE_AFTER_MS = 800;
/** What was being written, for as long as the page lives: going to another conversation and back loses nothing. */
const kept = new Map<string, { mode: Mode; texts: Texts }>();

/** The composer's text and mode for one conversation: kept on this page at once, and as a draft on the server a moment later. */
export function useComposed(conversationId: string) {
  const { screen } = useDesk();
  const stored = screen.thread?.draft ?? null;
  const initial = kept.get(conversationId) ?? {
    mode: stored?.mode ?? ("reply" as Mode),
    texts: { reply: "", note: "", ...(stored ? { [stored.mode]: stored.text } : {}) },
  };
  const [state, setState] = useState(initial);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const unsaved = useRef<(() => void) | null>(null);

  const save = (mode: Mode, text: string) => {
    unsaved.current = null;
    // A draft that could not be saved is still on this page; the next stroke tries again.
    void fetch(doorOf(conversationId, "draft"), {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ mode, text }),
      keepalive: true,
    }).catch(() => undefined);
  };
  const change = (next: typeof state, persist: boolean) => {
    kept.set(conversationId, next);
    setState(next);
    clearTimeout(timer.current);
    const text = next.texts[next.mode];
    unsaved.current = persist ? () => save(next.mode, text) : null;
    if (persist) timer.current = setTimeout(() => save(next.mode, text), SAVE_AFTER_MS);
  };
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      unsaved.current?.();
    },
    [],
  );

  return {
    mode: state.mode,
    texts: state.texts,
    write: (mode: Mode, text: string) => change({ mode, texts: { ...state.texts, [mode]: text } }, true),
    turn: (mode: Mode) => change({ ...state, mode }, false),
    /** It has gone into the send queue: the draft is done with. */
    sent: (mode: Mode) => {
      change({ mode, texts: { ...state.texts, [mode]: "" } }, false);
      save(mode, "");
    },
  };
}
