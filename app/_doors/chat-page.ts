import { headers } from "next/headers";
import type { Language } from "@/lib/contract/roles";
import type { VisitorView } from "@/lib/contract/views";
import { now } from "@/lib/core/clock";
import { contextFor } from "@/lib/core/context";
import { means } from "@/lib/core/means";
import { readChat } from "@/lib/inbox/read-chat";
import { welcome, type BotSay } from "@/lib/triage/decide";
import { SCRIPT } from "@/lib/triage/script";
import { visitorFromCookies } from "./visitor";

/** What the chat shows at first sight, with the bot's first words, which are nobody's message yet. */
export async function readChatPage(language: Language): Promise<VisitorView & { welcome: BotSay[] }> {
  const visitor = await visitorFromCookies((await headers()).get("cookie"));
  const view = await readChat(contextFor(means(), visitor ?? { kind: "nobody" }, now()));
  return { ...view, welcome: welcome(SCRIPT, language, view.numbers) };
}
