"use client";
import { useEffect } from "react";
import type { Connection } from "@/components/realtime/connection-state";
import { assertNever } from "@/lib/contract/assert-never";
import { reportConnection, type Connection as Shown } from "@/components/shell/connection";

/** Tells the shell's status line how the live link is, in the server's time. */
export function useReportConnection({ phase, syncedAt }: Connection, clockOffsetMs: number): void {
  useEffect(() => {
    reportConnection({
      state: stateOf(phase),
      syncedAt: syncedAt === null ? null : new Date(syncedAt + clockOffsetMs).toISOString(),
    });
    return () => reportConnection(null);
  }, [phase, syncedAt, clockOffsetMs]);
}

function stateOf(phase: Connection["phase"]): Shown["state"] {
  switch (phase) {
    case "live":
      return "live";
    case "connecting":
      return "connecting";
    case "reconnecting":
      return "stale";
    case "offline":
    case "signed-out":
    case "outdated":
      return "offline";
    default:
      return assertNever(phase);
  }
}
