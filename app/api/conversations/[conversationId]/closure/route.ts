import { route } from "@/app/_doors/route";
import { CloseInput } from "@/lib/contract/inputs";
import { close } from "@/lib/conversations/close";

export const POST = route(CloseInput, "conversation.close", close);
