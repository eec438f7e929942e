import { route } from "@/app/_doors/route";
import { ConversationInput } from "@/lib/contract/inputs";
import { readThread } from "@/lib/inbox/read-thread";

export const GET = route(ConversationInput, "conversation.read", readThread);
