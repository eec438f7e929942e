import type { z } from "zod";
import type { Actor } from "@/lib/contract/actor";
import type { AskForPersonInput } from "@/lib/contract/inputs";
import type { Language } from "@/lib/contract/roles";
import { receiveMessage, type Received } from "@/lib/conversations/receive-message";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { escalate } from "@/lib/routing/escalate";

/** What stands in the thread when the button is pressed: the person's own words, so that whoever answers sees what was asked. */
const WORDS: Record<Language, string> = { fr: "Je voudrais parler à quelqu’un.", en: "I would like to talk to someone." };

type VisitorContext = Context & { actor: Extract<Actor, { kind: "visitor" }> };

/** The button « Parler à quelqu’un », at any moment, also as the very first thing: the wish is written down and a person asked for, at once. */
export async function askForPerson(ctx: VisitorContext, input: z.output<typeof AskForPersonInput>): Promise<Received> {
  const { clientId, language, source } = input;
  return change(ctx, async (work) => {
    const words = { contactId: ctx.actor.contactId, text: WORDS[language], clientId, language, source: source ?? null };
    const received = await receiveMessage(work.ctx, words);
    if (!received.repeated) await escalate(work.ctx, { conversationId: received.conversationId, reason: "user_request" });
    return received;
  });
}
