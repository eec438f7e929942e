"use client";
import { createContext, use } from "react";
import { dangerRank } from "@/lib/contract/danger";
import type { CannedReplyView, ConversationRow } from "@/lib/contract/views";
import type { DeskScreen, LiveDesk } from "@/components/realtime/live-desk";
import type { Outgoing } from "@/components/realtime/send-queue";
import type { DeskAct } from "./use-act";

/** What is written at the desk: to the person, or for colleagues only. Never the same thing (design.md §1.8). */
export type DeskBody = { kind: "reply" | "note"; text: string };

export interface DeskTools {
  screen: DeskScreen;
  live: LiveDesk;
  /** The conversation in front, as the address says. */
  selectedId: string | null;
  select: (conversationId: string | null) => void;
  act: DeskAct;
  outgoing: readonly Outgoing<DeskBody>[];
  send: (conversationId: string, body: DeskBody) => void;
  resend: (clientId: string) => void;
  discard: (clientId: string) => void;
  cannedReplies: readonly CannedReplyView[];
  /** Rows chosen to be re-assigned together; supervisors only. */
  chosen: ReadonlySet<string>;
  choose: (conversationId: string, chosen: boolean) => void;
  clearChosen: () => void;
}

const Desk = createContext<DeskTools | null>(null);
export const DeskProvider = Desk.Provider;

/** The live desk; only below the desk's screen. */
export function useDesk(): DeskTools {
  const desk = use(Desk);
  if (desk === null) throw new Error("useDesk outside the desk");
  return desk;
}

/** Is this person a supervisor on this desk? */
export function useSupervises(): boolean {
  return useDesk().screen.desk.me.roles.includes("supervisor");
}

/** Offers that are waiting for this person's answer, the most dangerous first, then the longest waiting. */
export function offersToMe(rows: readonly ConversationRow[], myId: string): ConversationRow[] {
  const offered = rows.filter((row) => row.offer?.to.id === myId);
  const since = (row: ConversationRow) => row.waitingSince ?? row.lastMessageAt;
  return offered.sort((a, b) => dangerRank(b.danger) - dangerRank(a.danger) || (since(a) < since(b) ? -1 : 1));
}
