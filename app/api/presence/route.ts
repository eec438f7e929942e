import { route } from "@/app/_doors/route";
import { PresenceInput } from "@/lib/contract/inputs";
import { setPresence } from "@/lib/accounts/set-presence";

export const PUT = route(PresenceInput, "presence.set", setPresence);
