import { useEffect, useState } from "react";

/** Seconds left of a wait that began when `since` changed; 0 when it is over. */
export function useCountdown(seconds: number, since: unknown): number {
  const [wait, setWait] = useState({ since, left: seconds });
  if (wait.since !== since) setWait({ since, left: seconds });
  const over = wait.left <= 0;
  useEffect(() => {
    if (over) return;
    const timer = setInterval(() => setWait((now) => ({ ...now, left: now.left - 1 })), 1000);
    return () => clearInterval(timer);
  }, [over, since]);
  return wait.left;
}
