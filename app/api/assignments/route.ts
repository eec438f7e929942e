import { route } from "@/app/_doors/route";
import { ReassignInput } from "@/lib/contract/inputs";
import { reassign } from "@/lib/routing/reassign";

export const POST = route(ReassignInput, "conversation.reassign", reassign);
