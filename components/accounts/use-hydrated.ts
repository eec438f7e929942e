import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Whether scripts run here: false in what the server sends, so that a form works without them too. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
