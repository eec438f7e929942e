"use client";

import { ArrowDown, WifiOff } from "lucide-react";
import { useRef, useState } from "react";
import type { Language } from "@/lib/contract/roles";
import { Icon } from "@/components/ui/icon";
import { ChatHeader } from "./chat-header";
import { Composer, type ComposerHandle } from "./composer";
import { EndPanel } from "./end-panel";
import { EndSheet } from "./end-sheet";
import type { ChatActions, ChatState } from "./model";
import { ALL_NUMBERS, NumbersList } from "./numbers-list";
import { OptionsSheet } from "./options-sheet";
import { PrivacyText } from "./privacy-notice";
import { Sheet } from "./sheet";
import { Thread } from "./thread";
import type { WelcomeMessage } from "./timeline";
import { useWords } from "./words";

interface Props {
  state: ChatState;
  actions: ChatActions;
  welcome: readonly WelcomeMessage[];
  language: Language;
  embed: boolean;
  /** The server's time, for "demain à 9h". */
  now: string;
}

/** The whole chat: header, thread, field. It knows what to show and nothing of networks. */
export function ChatScreen({ state, actions, welcome, language, embed, now }: Props) {
  const words = useWords();
  const composer = useRef<ComposerHandle>(null);
  const [sheet, setSheet] = useState<"options" | "numbers" | "privacy" | "end" | null>(null);
  const { view } = state;
  const { exitUrl } = view;
  const phase = view.conversation?.state ?? "bot";
  const ended = phase === "closed" && !state.startingAgain;
  const close = () => setSheet(null);

  const takeBack = (clientId: string) => composer.current?.put(actions.takeBack(clientId));

  return (
    <div lang={language} className="fixed inset-x-0 top-0 flex h-dvh flex-col bg-paper text-ink">
      <ChatHeader
        conversation={state.startingAgain ? null : view.conversation}
        wait={view.line.open ? view.wait : null}
        exitUrl={exitUrl}
        embed={embed}
        onOptions={() => setSheet("options")}
      />
      <main className="flex min-h-0 flex-1 flex-col">
        <ConnectionStrip connection={state.connection} />
        <Thread
          state={state}
          actions={{ ...actions, onRetry: actions.retry, onTakeBack: takeBack }}
          welcome={welcome}
          now={now}
          onPrivacy={() => setSheet("privacy")}
        />
        {ended ? (
          <EndPanel
            given={view.conversation?.feedbackGiven ?? false}
            onFeedback={actions.giveFeedback}
            onAgain={() => {
              actions.startAgain();
              requestAnimationFrame(() => composer.current?.focus());
            }}
          />
        ) : (
          <Composer
            handle={composer}
            person={phase === "waiting" || phase === "active" ? "not-needed" : state.personAsked ? "asked" : "offered"}
            again={state.startingAgain}
            onSend={(text) => actions.send(text)}
            onPerson={() => !state.personAsked && actions.askForPerson()}
            onTyping={actions.typing}
          />
        )}
      </main>
      <OptionsSheet
        open={sheet === "options"}
        onClose={close}
        exitUrl={exitUrl}
        language={language}
        canEnd={view.conversation !== null && phase !== "closed"}
        onNumbers={() => setSheet("numbers")}
        onPrivacy={() => setSheet("privacy")}
        onEnd={() => setSheet("end")}
      />
      <Sheet open={sheet === "numbers"} onClose={close} title={words.numbers.title} exitUrl={exitUrl}>
        <NumbersList numbers={view.numbers} which={ALL_NUMBERS} />
      </Sheet>
      <Sheet open={sheet === "privacy"} onClose={close} title={words.privacy.title} exitUrl={exitUrl}>
        <PrivacyText />
      </Sheet>
      <EndSheet open={sheet === "end"} onClose={close} exitUrl={exitUrl} onEnd={actions.end} />
    </div>
  );
}

/** Only when it keeps the person from something; a connection that works is not worth a word. */
function ConnectionStrip({ connection }: { connection: ChatState["connection"] }) {
  const words = useWords().connection;
  return (
    <div role="status" className="bg-waiting-tint text-waiting">
      {connection !== "fine" && (
        <p className="mx-auto flex w-full max-w-[44rem] items-center gap-2 px-4 py-2 text-table font-medium">
          <Icon of={connection === "offline" ? WifiOff : ArrowDown} size={16} />
          {words[connection]}
        </p>
      )}
    </div>
  );
}
