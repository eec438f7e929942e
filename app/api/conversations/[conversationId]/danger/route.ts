import { route } from "@/app/_doors/route";
import { RaiseDangerInput } from "@/lib/contract/inputs";
import { assessDanger } from "@/lib/conversations/assess-danger";

export const POST = route(RaiseDangerInput, "conversation.raise-danger", assessDanger);
