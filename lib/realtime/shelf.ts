import type { Actor } from "@/lib/contract/actor";
import { subjectOf, loadConversations, type Conversation } from "@/lib/conversations/load";
import { receiptsView } from "@/lib/conversations/view";
import type { ConversationSubject } from "@/lib/contract/permissions";
import type {
  ColleagueView,
  LineView,
  MessageView,
  NoteView,
  PanelView,
  Receipts,
  VisitorConversation,
} from "@/lib/contract/views";
import { config } from "@/lib/core/config";
import type { Database } from "@/lib/core/db";
import type { Vault } from "@/lib/core/vault";
import { visitorConversations } from "@/lib/inbox/read-chat";
import { readColleagues } from "@/lib/inbox/read-colleagues";
import { readMessages, readNote } from "@/lib/inbox/read-messages";
import { readPanel } from "@/lib/inbox/read-panel";
import { rowsForHearers, type RowForHearers } from "@/lib/inbox/read-row";
import { readLine } from "@/lib/shifts/read-line";
import { Prisma } from "@/prisma/generated/client";

/** Something that must be read before an event can be delivered to somebody. */
export type Need =
  | { kind: "subject" | "row" | "chat" | "receipts"; id: string }
  | { kind: "message" | "note" | "colleague"; id: string }
  | { kind: "panel"; id: string; actor: Actor }
  | { kind: "line"; id: "" };

export interface Means {
  db: Database;
  vault: Vault;
  now: () => Date;
}

const keyOf = (need: Need): string =>
  need.kind === "panel" ? `panel ${need.id} ${need.actor.kind === "staff" ? need.actor.id : ""}` : `${need.kind} ${need.id}`;

/**
 * What one batch is made of, read together: one query for all rows, one for all messages, however many hear of them. Made anew for
 * every batch, so that what is delivered is never older than its event.
 */
export class Shelf {
  readonly #means: Means;
  readonly #read = new Set<string>();
  readonly #conversations = new Map<string, Conversation>();
  readonly #rows = new Map<string, RowForHearers>();
  readonly #chats = new Map<string, VisitorConversation>();
  readonly #messages = new Map<string, MessageView>();
  readonly #notes = new Map<string, NoteView>();
  readonly #panels = new Map<string, PanelView>();
  readonly #colleagues = new Map<string, ColleagueView>();
  #line: LineView | null = null;

  constructor(means: Means) {
    this.#means = means;
  }

  has(need: Need): boolean {
    return this.#read.has(keyOf(need));
  }

  /** Null: there is no such conversation. */
  subject(id: string): ConversationSubject | null {
    const conversation = this.#conversations.get(id);
    return conversation ? subjectOf(conversation) : null;
  }

  row = (id: string): RowForHearers | null => this.#rows.get(id) ?? null;
  chat = (id: string): VisitorConversation | null => this.#chats.get(id) ?? null;
  message = (id: string): MessageView | null => this.#messages.get(id) ?? null;
  note = (id: string): NoteView | null => this.#notes.get(id) ?? null;
  colleague = (id: string): ColleagueView | null => this.#colleagues.get(id) ?? null;
  line = (): LineView | null => this.#line;
  panel = (id: string, actor: Actor): PanelView | null => this.#panels.get(keyOf({ kind: "panel", id, actor })) ?? null;

  receipts(id: string): Receipts | null {
    const conversation = this.#conversations.get(id);
    return conversation ? receiptsView(conversation) : null;
  }

  /** Reads what is asked for and not there yet. */
  async fill(needs: readonly Need[]): Promise<void> {
    const wanted = new Map(needs.filter((need) => !this.has(need)).map((need) => [keyOf(need), need]));
    if (wanted.size === 0) return;
    const all = [...wanted.values()];
    const ids = (...kinds: Need["kind"][]) => [
      ...new Set(all.filter((need) => kinds.includes(need.kind)).map((need) => need.id)),
    ];
    await Promise.all([
      this.#readConversations(ids("subject", "row", "chat", "receipts", "panel")).then(() =>
        Promise.all([this.#readRows(ids("row")), this.#readChats(ids("chat")), this.#readPanels(all)]),
      ),
      this.#readMessages(ids("message")),
      this.#readNotes(ids("note")),
      this.#readColleagues(ids("colleague")),
      this.#readLine(ids("line").length > 0),
    ]);
    for (const key of wanted.keys()) this.#read.add(key);
  }

  async #readConversations(ids: string[]): Promise<void> {
    const missing = ids.filter((id) => !this.#conversations.has(id));
    if (missing.length === 0) return;
    const conversations = await loadConversations(this.#means.db, Prisma.sql`c.id = any(${missing}::uuid[])`);
    for (const conversation of conversations) this.#conversations.set(conversation.id, conversation);
  }

  #loaded(ids: readonly string[]): Conversation[] {
    return ids.map((id) => this.#conversations.get(id)).filter((conversation) => conversation !== undefined);
  }

  async #readRows(ids: string[]): Promise<void> {
    const conversations = this.#loaded(ids);
    if (conversations.length === 0) return;
    const { db, vault } = this.#means;
    for (const row of await rowsForHearers(db, vault, conversations)) this.#rows.set(row.full.id, row);
  }

  async #readChats(ids: string[]): Promise<void> {
    const conversations = this.#loaded(ids);
    if (conversations.length === 0) return;
    for (const [id, chat] of await visitorConversations(this.#means.db, conversations)) this.#chats.set(id, chat);
  }

  async #readPanels(needs: readonly Need[]): Promise<void> {
    const { db, vault } = this.#means;
    for (const need of needs) {
      if (need.kind !== "panel") continue;
      const [conversation] = this.#loaded([need.id]);
      if (conversation) this.#panels.set(keyOf(need), await readPanel(db, vault, need.actor, conversation));
    }
  }

  async #readMessages(ids: string[]): Promise<void> {
    const { db, vault } = this.#means;
    for (const [id, message] of await readMessages(db, vault, ids)) this.#messages.set(id, message);
  }

  async #readNotes(ids: string[]): Promise<void> {
    const { db, vault } = this.#means;
    for (const id of ids) {
      const note = await readNote(db, vault, id);
      if (note) this.#notes.set(id, note);
    }
  }

  async #readColleagues(ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    for (const colleague of await readColleagues(this.#means.db, this.#means.now(), ids)) {
      this.#colleagues.set(colleague.id, colleague);
    }
  }

  async #readLine(wanted: boolean): Promise<void> {
    if (!wanted) return;
    const { db, now } = this.#means;
    this.#line = await readLine(db, now(), { aroundTheClock: config().demoHours === "always" });
  }
}
