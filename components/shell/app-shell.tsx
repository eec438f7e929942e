import type { ReactNode } from "react";
import type { Actor } from "@/lib/contract/actor";
import { LiveRegion } from "@/components/ui/live-region";
import { ToastRegion } from "@/components/ui/toast";
import { navItems } from "./nav-items";
import { ShellFrame } from "./shell-frame";
import { Words } from "./words";

export interface AppShellProps {
  actor: Extract<Actor, { kind: "staff" }>;
  /** A server action that ends the session and goes to the sign-in page. */
  signOut: () => Promise<void>;
  /** What belongs beside the connection line: the line's hours, one's own presence. */
  status?: ReactNode;
  children: ReactNode;
}

/**
 * The frame of every page for people who work here: rail from 1280 px, drawer below, bottom bar on a telephone. Its client
 * parts get the words they need; the page inside names its own with `Words`.
 */
export function AppShell({ actor, signOut, status, children }: AppShellProps) {
  return (
    <Words of={["shell"]}>
      <ShellFrame name={actor.name} items={navItems(actor)} signOut={signOut} status={status}>
        {children}
      </ShellFrame>
      <LiveRegion />
      <ToastRegion />
    </Words>
  );
}
