"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { Connection } from "@/components/realtime/connection-state";

/** A link that is back within this time is nobody's worry. */
const PATIENCE_MS = 5000;

/** What the browser says about the network. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    (listener) => {
      window.addEventListener("online", listener);
      window.addEventListener("offline", listener);
      return () => {
        window.removeEventListener("online", listener);
        window.removeEventListener("offline", listener);
      };
    },
    () => navigator.onLine,
    () => true,
  );
}

/** True once the live connection has been away for longer than a hiccup. */
export function useLostFor(connection: Connection | null): boolean {
  const away = connection !== null && connection.phase !== "live";
  const [lost, setLost] = useState(false);
  useEffect(() => {
    if (!away) return;
    const timer = setTimeout(() => setLost(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setLost(false);
    };
  }, [away]);
  return away && lost;
}
