import { firstWordRoute } from "@/app/_doors/visitor-route";
import { AskForPersonInput } from "@/lib/contract/inputs";
import { askForPerson } from "@/lib/triage/ask-for-person";

export const POST = firstWordRoute(AskForPersonInput, "visitor.chat", askForPerson);
