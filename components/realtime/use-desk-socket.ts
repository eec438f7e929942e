"use client";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { DeskView } from "@/lib/contract/views";
import { LiveDesk, type DeskDoors, type DeskScreen } from "./live-desk";

/** The live desk for a screen: what it shows, and the store to act on it. */
export function useDeskSocket(desk: DeskView, doors: DeskDoors): { screen: DeskScreen; live: LiveDesk } {
  const [live] = useState(() => new LiveDesk(desk, doors));
  useEffect(() => {
    live.start();
    return () => live.stop();
  }, [live]);
  return { screen: useSyncExternalStore(live.subscribe, live.snapshot, live.snapshot), live };
}
