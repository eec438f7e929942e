import { route } from "@/app/_doors/route";
import { MarkReadInput } from "@/lib/contract/inputs";
import { markRead } from "@/lib/conversations/mark-read";

export const PUT = route(MarkReadInput, "conversation.mark-read", markRead);
