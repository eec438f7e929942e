import { route } from "@/app/_doors/route";
import { ConversationInput, RelayInput } from "@/lib/contract/inputs";
import { cancelRelay } from "@/lib/routing/cancel-relay";
import { relay } from "@/lib/routing/relay";

export const POST = route(RelayInput, "conversation.relay", relay, 201);
export const DELETE = route(ConversationInput, "conversation.cancel-relay", cancelRelay);
