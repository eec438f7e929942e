import { visitorRoute } from "@/app/_doors/visitor-route";
import { FeedbackInput } from "@/lib/contract/inputs";
import { giveFeedback } from "@/lib/conversations/give-feedback";

export const POST = visitorRoute(FeedbackInput, "conversation.write-as-visitor", giveFeedback);
