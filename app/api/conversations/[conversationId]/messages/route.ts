import { route } from "@/app/_doors/route";
import { OlderMessagesInput, ReplyInput } from "@/lib/contract/inputs";
import { reply } from "@/lib/conversations/reply";
import { readOlderMessages } from "@/lib/inbox/read-older-messages";

export const GET = route(OlderMessagesInput, "conversation.read", readOlderMessages);
export const POST = route(ReplyInput, "conversation.reply", reply, 201);
