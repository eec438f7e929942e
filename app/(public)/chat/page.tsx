import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { headers } from "next/headers";
import { readChatPage } from "@/app/_doors/chat-page";
import { Chat } from "@/components/webchat/chat";
import { NoScript } from "@/components/webchat/no-script";
import { quickExitScript } from "@/components/webchat/quick-exit";
import type { ChatWords } from "@/components/webchat/words";
import { LANGUAGES, SOURCES, type Language } from "@/lib/contract/roles";

type Query = Promise<Record<string, string | string[] | undefined>>;

/** Nothing of it is kept: not by a proxy, not by the browser, not for the back button. */
export const dynamic = "force-dynamic";

export async function generateMetadata({ searchParams }: { searchParams: Query }): Promise<Metadata> {
  const { words } = await wordsOf(await searchParams);
  return { title: { absolute: words.title }, description: words.description };
}

/** The visitor's web chat: whole in the server's HTML, so that it can be read before a script has come. */
export default async function ChatPage({ searchParams }: { searchParams: Query }) {
  const query = await searchParams;
  const { language, words } = await wordsOf(query);
  const page = await readChatPage(language);
  const leave = quickExitScript({ target: page.exitUrl, title: words.awayTitle });
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <>
      <script nonce={nonce} dangerouslySetInnerHTML={{ __html: leave }} />
      <NoScript words={words} numbers={page.numbers} />
      <Chat
        page={page}
        words={words}
        language={language}
        source={SOURCES.find((source) => source === query.source) ?? null}
        embed={query.embed === "1"}
      />
    </>
  );
}

/** `?lang=` wins over what the browser asks for; anything else in it is ignored. */
async function wordsOf(query: Awaited<Query>): Promise<{ language: Language; words: ChatWords }> {
  const language = LANGUAGES.find((known) => known === query.lang) ?? (await getLocale());
  const messages = (await import(`../../../messages/${language}.json`)) as { default: { chat: ChatWords } };
  return { language, words: messages.default.chat };
}
