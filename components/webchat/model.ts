import type { QuickReply, VisitorView } from "@/lib/contract/views";
import type { PendingLine, WelcomeMessage } from "./timeline";

/** The first load of the chat: the visitor's view and what the bot says before the first word. */
export type ChatPageView = VisitorView & { welcome: WelcomeMessage[] };

export interface Feedback {
  helped: boolean | null;
  again: boolean | null;
}

/** All that the screen shows. */
export interface ChatState {
  view: VisitorView;
  pending: readonly PendingLine[];
  /** The counsellor types. */
  typing: boolean;
  /** What the network is doing, if it keeps the person from something. */
  connection: "fine" | "connecting" | "offline";
  /** A person was asked for, and the server has not said so yet. */
  personAsked: boolean;
  /** "Écrire à nouveau" was chosen: the ended thread steps aside until there is a new one. */
  startingAgain: boolean;
}

/** All that the person can do. Those that answer a boolean say whether the server did it. */
export interface ChatActions {
  send: (text: string, reply?: QuickReply) => void;
  askForPerson: () => void;
  retry: (clientId: string) => void;
  /** Gives up a refused line and answers its text. */
  takeBack: (clientId: string) => string;
  typing: (typing: boolean) => void;
  /** The newest line is before the person's eyes, or not any more. */
  atBottom: (yes: boolean) => void;
  loadOlder: () => Promise<void>;
  end: () => Promise<boolean>;
  giveFeedback: (feedback: Feedback) => Promise<boolean>;
  startAgain: () => void;
}
