import { firstWordRoute, visitorRoute } from "@/app/_doors/visitor-route";
import { OlderMessagesInput, VisitorMessageInput } from "@/lib/contract/inputs";
import { receiveMessage } from "@/lib/conversations/receive-message";
import { readOlderMessages } from "@/lib/inbox/read-older-messages";

export const GET = visitorRoute(OlderMessagesInput, "conversation.read", readOlderMessages);
export const POST = firstWordRoute(
  VisitorMessageInput,
  "visitor.chat",
  (ctx, { clientId, ...input }) => receiveMessage(ctx, { ...input, clientId, contactId: ctx.actor.contactId }),
  201,
);
