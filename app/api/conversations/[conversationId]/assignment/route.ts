import { route } from "@/app/_doors/route";
import { ConversationInput, ReleaseInput } from "@/lib/contract/inputs";
import { release } from "@/lib/routing/release";
import { take } from "@/lib/routing/take";

export const PUT = route(ConversationInput, "conversation.take", take);
export const DELETE = route(ReleaseInput, "conversation.release", release);
