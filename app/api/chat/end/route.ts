import { visitorRoute } from "@/app/_doors/visitor-route";
import { EndChatInput } from "@/lib/contract/inputs";
import { endAsVisitor } from "@/lib/conversations/end-as-visitor";

export const POST = visitorRoute(EndChatInput, "conversation.end-as-visitor", endAsVisitor);
