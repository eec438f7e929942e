"use client";
import { useEffect } from "react";
import type { Phase } from "@/components/realtime/connection-state";

const LOADED_AGAIN = "3018.desk-loaded-again";

/**
 * A session that has ended leads to sign-in, and from there back to this page; a page of another version of the software is loaded
 * again. Nothing is lost: drafts are with the server, unsent words with this tab.
 */
export function useWayOut(phase: Phase): void {
  useEffect(() => {
    if (phase === "signed-out")
      window.location.replace(`/sign-in?error=not-signed-in&next=${encodeURIComponent(window.location.pathname)}`);
    // Once in this tab: a server that always says so must not make the page flicker for ever.
    if (phase !== "outdated" || sessionStorage.getItem(LOADED_AGAIN) !== null) return;
    sessionStorage.setItem(LOADED_AGAIN, "1");
    window.location.reload();
  }, [phase]);
}
