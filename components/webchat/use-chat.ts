"use client";

import { useEffect, useMemo, useState } from "react";
import { browserClock, newClientId, tabStorage } from "@/components/realtime/browser-storage";
import type { Phase } from "@/components/realtime/connection-state";
import type { Outgoing } from "@/components/realtime/send-queue";
import { useSendQueue } from "@/components/realtime/use-send-queue";
import { chatSender, endChat, giveFeedback, loadOlder, type ChatBody, type ChatStored, type Origin } from "./chat-doors";
import type { ChatActions, ChatPageView, ChatState } from "./model";
import type { PendingLine } from "./timeline";
import { TypingSignal } from "./typing-signal";
import { useLiveChat } from "./use-live-chat";
import { useLostFor, useOnline } from "./use-online";
import { useReceipts } from "./use-receipts";

/** One conversation at a time: one lane. */
const LANE = "chat";

/** Joins the live connection, the send queue and the doors into what the screen shows and can do. */
export function useChat(
  page: ChatPageView,
  origin: Origin,
  personSaid: string,
): { state: ChatState; actions: ChatActions; phase: Phase | null; forget: () => void } {
  const { screen, live, stored } = useLiveChat(page);
  const { items, queue } = useSendQueue<ChatBody, ChatStored>({
    send: chatSender(origin),
    storage: tabStorage("chat"),
    clock: browserClock,
    onStored: (_, value) => stored(value.message),
  });
  const view = screen.chat;
  const online = useOnline();
  const lost = useLostFor(screen.connection);
  const [bottom, setBottom] = useState(true);
  /** The ended conversation that was left behind by "write again". */
  const [left, setLeft] = useState<string | null>(null);
  const conversation = view.conversation;
  useReceipts(view, bottom);
  useEffect(() => queue.settle(view.messages), [queue, view.messages]);
  const typing = useMemo(() => new TypingSignal((on) => live?.saysTyping(on), browserClock), [live]);

  const ended = conversation?.state === "closed";
  return {
    state: {
      view,
      pending: items.map((item) => pendingLine(item, online)),
      typing: screen.typing,
      connection: !online ? "offline" : lost ? "connecting" : "fine",
      personAsked: items.some((item) => item.body.kind === "person" && item.state === "sending"),
      startingAgain: ended && (left === conversation.id || items.some((item) => item.state !== "sent")),
    },
    actions: {
      send: (text, reply) => queue.add(LANE, { kind: "message", text, quickReply: reply?.payload }, newClientId()),
      askForPerson: () => queue.add(LANE, { kind: "person", text: personSaid }, newClientId()),
      retry: (clientId) => {
        queue.retry(clientId);
        queue.kick();
      },
      takeBack: (clientId) => {
        const item = items.find((other) => other.clientId === clientId);
        queue.discard(clientId);
        return item?.body.text ?? "";
      },
      typing: (on) => typing.key(on),
      atBottom: setBottom,
      loadOlder: async () => {
        const first = view.messages[0];
        if (!first) return;
        const older = await loadOlder(first.conversationId, first.seq).catch(() => []);
        live?.addOlder(older);
      },
      end: async () => conversation !== null && (await endChat(conversation.id)),
      giveFeedback: async (feedback) => conversation !== null && (await giveFeedback(conversation.id, feedback)),
      startAgain: () => setLeft(conversation?.id ?? null),
    },
    phase: screen.connection?.phase ?? null,
    forget: () => {
      queue.clear();
      live?.stop();
    },
  };
}

function pendingLine({ clientId, body, queuedAt, state, attempts }: Outgoing<ChatBody>, online: boolean): PendingLine {
  return {
    clientId,
    text: body.text,
    at: new Date(queuedAt).toISOString(),
    state:
      state === "failed" ? "refused" : state === "sent" ? "sent" : !online ? "offline" : attempts > 0 ? "unavailable" : "sending",
  };
}
