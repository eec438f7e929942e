import { getLocale } from "next-intl/server";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { LANGUAGES } from "@/lib/contract/roles";
import type { ChatWords } from "@/components/webchat/words";
import { quickExitScript } from "@/components/webchat/quick-exit";
import { config } from "@/lib/core/config";
import { ChatGallery } from "./chat-gallery";
import { SCENES } from "./scenes";

/** The chat in each of its states, to be looked at: `?scene=waiting&lang=en`. Demonstration only. */
export default async function ChatGalleryPage({ searchParams }: { searchParams: Promise<Record<string, string | undefined>> }) {
  if (!config().demo) notFound();
  const { scene: name = "welcome", lang, embed } = await searchParams;
  const scene = SCENES[name];
  if (!scene) notFound();
  const language = LANGUAGES.find((known) => known === lang) ?? (await getLocale());
  const messages = (await import(`../../../messages/${language}.json`)) as { default: { chat: ChatWords } };
  const words = messages.default.chat;
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <>
      <script
        nonce={nonce}
        dangerouslySetInnerHTML={{ __html: quickExitScript({ target: scene.state.view.exitUrl, title: words.awayTitle }) }}
      />
      <ChatGallery scene={scene} words={words} language={language} embed={embed === "1"} />
    </>
  );
}
