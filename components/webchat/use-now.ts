"use client";

import { useEffect, useState } from "react";
import { correctClock, serverNow } from "@/components/ui/clock";

const STEP_MS = 30_000;

/** The server's time as an instant, moving on by half minutes; the first is the server's own, so that both render the same words. */
export function useNow(first: string): string {
  const [now, setNow] = useState(first);
  useEffect(() => {
    correctClock(first);
    const timer = setInterval(() => setNow(new Date(serverNow()).toISOString()), STEP_MS);
    return () => clearInterval(timer);
  }, [first]);
  return now;
}
