import type { Language, Source } from "@/lib/contract/roles";
import type { MessageView, VisitorView } from "@/lib/contract/views";
import { httpSend } from "@/components/realtime/http-send";
import type { Outgoing, SendAnswer } from "@/components/realtime/send-queue";
import type { Feedback } from "./model";

/** What waits in the send queue: a word, or the wish for a person with the words the server writes down for it. */
export type ChatBody = { kind: "message"; text: string; quickReply?: string } | { kind: "person"; text: string };

export interface ChatStored {
  conversationId: string;
  message: MessageView;
}

export interface Origin {
  language: Language;
  source: Source | null;
}

/** Without its cookie a device is nobody; asked for again once, since it may have been deleted meanwhile. */
const SESSION_LOST = "not-signed-in";

/** Sends what the queue holds. The device gets its identity first, so that a first word whose answer was lost is not stored twice. */
export function chatSender({ language, source }: Origin): (item: Outgoing<ChatBody>) => Promise<SendAnswer<ChatStored>> {
  let known = false;
  const post = async ({ clientId, body }: Outgoing<ChatBody>): Promise<SendAnswer<ChatStored>> => {
    if (!known) {
      const session = await httpSend<null>("POST", "/api/chat/session", {});
      if (session.kind !== "stored") return session;
      known = true;
    }
    const about = { clientId, language, source: source ?? undefined };
    return body.kind === "person"
      ? httpSend<ChatStored>("POST", "/api/chat/person", about)
      : httpSend<ChatStored>("POST", "/api/chat/messages", { ...about, text: body.text, quickReply: body.quickReply });
  };
  return async (item) => {
    const answer = await post(item);
    if (answer.kind !== "refused" || answer.code !== SESSION_LOST) return answer;
    known = false;
    return post(item);
  };
}

/** @throws when it could not be asked */
export async function loadChat(): Promise<VisitorView> {
  return read<VisitorView>("/api/chat");
}

/** @throws when it could not be asked */
export async function loadOlder(conversationId: string, before: number): Promise<MessageView[]> {
  const page = await read<{ messages: MessageView[] }>(
    `/api/chat/messages?${new URLSearchParams({ conversationId, before: String(before) }).toString()}`,
  );
  return page.messages;
}

export async function tellReceipts(conversationId: string, delivered: number, read: number): Promise<boolean> {
  return done(await httpSend("PUT", "/api/chat/receipts", { conversationId, delivered, read }));
}

export async function endChat(conversationId: string): Promise<boolean> {
  return done(await httpSend("POST", "/api/chat/end", { conversationId }));
}

/** Answers given before, from another tab, count as given. */
export async function giveFeedback(conversationId: string, feedback: Feedback): Promise<boolean> {
  const answer = await httpSend("POST", "/api/chat/feedback", { conversationId, ...feedback });
  return done(answer) || (answer.kind === "refused" && answer.code === "already-decided");
}

function done(answer: SendAnswer<unknown>): boolean {
  return answer.kind === "stored";
}

async function read<T>(path: string): Promise<T> {
  const response = await fetch(path, { cache: "no-store" });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return (await response.json()) as T;
}
