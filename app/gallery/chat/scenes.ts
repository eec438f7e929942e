import type { ChatState } from "@/components/webchat/model";
import type { WelcomeMessage } from "@/components/webchat/timeline";
import type { ConversationState, MessageAuthor, MessageView, QuickReply, VisitorConversation } from "@/lib/contract/views";

export interface Scene {
  state: ChatState;
  welcome: WelcomeMessage[];
}

const NOW = "2026-11-21T19:42:00Z";
const BOT: MessageAuthor = { kind: "bot" };
const ME: MessageAuthor = { kind: "visitor" };
const SONIA: MessageAuthor = { kind: "counsellor", id: "s", name: "Sonia" };
const LINE: MessageAuthor = { kind: "system" };

const replies = (...titles: string[]): QuickReply[] => titles.map((title) => ({ title, payload: title }));

const WELCOME: WelcomeMessage[] = [
  {
    text: "Bonjour, je suis le robot du 3018. Je peux t’expliquer quoi faire tout de suite, et quelqu’un peut te répondre quand tu veux.",
    quickReplies: [],
  },
  {
    text: "Qu’est-ce qui se passe ? Choisis, ou écris avec tes mots.",
    quickReplies: replies(
      "On me harcèle en ligne",
      "On menace d’envoyer mes photos",
      "Quelqu’un se fait passer pour moi",
      "Je m’inquiète pour quelqu’un",
      "Autre chose",
    ),
  },
];

function message(seq: number, author: MessageAuthor, text: string, over: Partial<MessageView> = {}): MessageView {
  const at = new Date(Date.parse("2026-11-21T19:20:00Z") + seq * 60_000).toISOString();
  const clientId = author.kind === "visitor" ? `c${seq}` : null;
  return { id: `m${seq}`, conversationId: "c", seq, at, author, text, marker: null, quickReplies: [], clientId, ...over };
}

const TALK = [
  message(1, ME, "On menace d’envoyer mes photos"),
  message(
    2,
    BOT,
    "Ce que tu vis s’appelle du chantage, et la personne qui le fait n’en a pas le droit. Tu n’as rien fait de mal.\n\n1. Ne paie pas, n’envoie rien de plus.\n2. Garde les messages.\n3. Bloque le compte après avoir gardé les preuves.",
  ),
  message(3, BOT, "Est-ce que la personne te donne un délai ?", {
    quickReplies: replies("Oui, aujourd’hui", "Oui, plus tard", "Non", "Je ne sais pas"),
  }),
];
const ASKED = [
  ...TALK,
  message(4, ME, "oui ce soir il dit qu’il envoie tout à ma classe si je paie pas 200 euros jsp quoi faire"),
  message(5, BOT, "Je demande à une personne du 3018 de te répondre. Elle aura lu ce que tu viens d’écrire."),
  message(6, LINE, "", { marker: { code: "person-asked", name: null } }),
];
const WITH_SONIA = [
  ...ASKED,
  message(7, LINE, "", { marker: { code: "taken", name: "Sonia" } }),
  message(8, SONIA, "Bonsoir, je suis Sonia. J’ai lu ce que tu as écrit. Tu as bien fait de venir."),
  message(9, SONIA, "Est-ce que tu es seul en ce moment ? Si c’est trop dur, le 3114 répond aussi toute la nuit."),
  message(10, ME, "oui ma mère rentre à 21h"),
  message(11, ME, "elle est pas au courant"),
];

function view(
  state: ConversationState | null,
  messages: MessageView[],
  over: Partial<ChatState["view"]> = {},
): ChatState["view"] {
  return {
    cursor: "1:1",
    now: NOW,
    conversation: state && conversation(state),
    messages,
    receipts: { version: 1, visitorDelivered: 0, visitorRead: 0, counsellorRead: 0 },
    wait: null,
    line: { open: true, nextOpening: null, closesAt: "2026-11-21T22:00:00Z", aroundTheClock: false },
    numbers: {
      police: "17",
      medical: "15",
      european: "112",
      sms: "114",
      childProtection: "119",
      suicide: "3114",
      victims: "116 006",
    },
    exitUrl: "https://www.meteofrance.com",
    ...over,
  };
}

function conversation(state: ConversationState, over: Partial<VisitorConversation> = {}): VisitorConversation {
  return {
    id: "c",
    version: 1,
    state,
    counsellorName: state === "active" ? "Sonia" : null,
    language: "fr",
    urgent: false,
    feedbackGiven: false,
    closedAt: null,
    ...over,
  };
}

function scene(shown: ChatState["view"], over: Partial<ChatState> = {}): Scene {
  const quiet = { pending: [], typing: false, connection: "fine", personAsked: false, startingAgain: false } as const;
  return { welcome: WELCOME, state: { ...quiet, view: shown, ...over } };
}

const read = { version: 2, visitorDelivered: 9, visitorRead: 9, counsellorRead: 11 };
const closedLine = { open: false, nextOpening: "2026-11-22T08:00:00Z", closesAt: null, aroundTheClock: false };
const failed = [
  { clientId: "p1", text: "je lui réponds quoi ?", at: NOW, state: "offline" },
  { clientId: "p2", text: "il vient de réécrire", at: NOW, state: "offline" },
] as const;
const long = Array.from({ length: 60 }, (_, index) =>
  message(index + 20, index % 3 === 0 ? ME : SONIA, `Ligne ${index}. ${"anticonstitutionnellement ".repeat(index % 5)}`),
);

export const SCENES: Record<string, Scene> = {
  welcome: scene(view(null, [])),
  "welcome-closed": scene(view(null, [], { line: closedLine })),
  bot: scene(view("bot", TALK)),
  sending: scene(view("bot", TALK), { pending: [{ clientId: "p", text: "oui ce soir", at: NOW, state: "sending" }] }),
  waiting: scene(view("waiting", ASKED, { wait: { place: 3, range: { min: 5, max: 10 } } })),
  "waiting-unknown": scene(view("waiting", ASKED, { wait: { place: 1, range: null } })),
  danger: scene(
    view("waiting", ASKED, {
      conversation: conversation("waiting", { urgent: true }),
      wait: { place: 1, range: { min: 0, max: 2 } },
    }),
  ),
  counsellor: scene(view("active", WITH_SONIA, { receipts: read }), { typing: true }),
  closed: scene(view("waiting", ASKED, { line: closedLine })),
  failed: scene(view("active", WITH_SONIA, { receipts: read }), { pending: [...failed], connection: "offline" }),
  refused: scene(view("active", WITH_SONIA), { pending: [{ clientId: "p", text: "trop bizarre", at: NOW, state: "refused" }] }),
  ended: scene(
    view("closed", [...WITH_SONIA, message(12, LINE, "", { marker: { code: "closed", name: null } })], { receipts: read }),
  ),
  thanked: scene(
    view("closed", [...WITH_SONIA, message(12, LINE, "", { marker: { code: "closed-by-visitor", name: null } })], {
      conversation: conversation("closed", { feedbackGiven: true }),
    }),
  ),
  long: scene(view("active", long)),
};
