import type { ReactNode } from "react";
import { requireActor } from "@/app/_doors/require-actor";
import { signOutAction } from "@/app/_doors/sign-out";
import { AppShell } from "@/components/shell/app-shell";

/** The frame around every page for people who work here. Each page asks for its own right again: a layout is not rendered anew. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor("session.any");
  return (
    <AppShell actor={actor} signOut={signOutAction}>
      {children}
    </AppShell>
  );
}
