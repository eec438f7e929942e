import { route } from "@/app/_doors/route";
import { DraftInput } from "@/lib/contract/inputs";
import { saveDraft } from "@/lib/conversations/save-draft";

export const PUT = route(DraftInput, "conversation.draft", saveDraft);
