import { randomBytes } from "node:crypto";
import pg from "pg";
import { v7 as uuid } from "uuid";
import { APP_ROLE_OPTION } from "@/lib/core/db";
import { numbered } from "./send";

/** The floor in words, printed with the figures. */
export const FLOOR_WORDS =
  "plain pg, prepared statements, one transaction a message in 6 round trips: begin · insert message · update conversation · " +
  "insert audit entry · insert 2 events · commit; synchronous_commit=on, on a copy of the same database on the same server";

/**
 * What one accepted message leaves in the database, written the plain way: the same rows into the same tables with the same indexes,
 * nothing read, nothing sealed, nobody told.
 */
export class FloorWriter {
  readonly #client: pg.Client;
  readonly #threads: Thread[];
  #next = 0;

  private constructor(client: pg.Client, threads: Thread[]) {
    this.#client = client;
    this.#threads = threads;
  }

  /** One connection that writes into its own part of the open conversations. */
  static async open(url: string, part: number, parts: number): Promise<FloorWriter> {
    const client = new pg.Client({ connectionString: url, options: APP_ROLE_OPTION, application_name: "bench floor" });
    await client.connect();
    const { rows } = await client.query<Thread>(
      `select id, contact_id as "contactId", last_seq as "lastSeq", version from conversation where state = 'active' order by id`,
    );
    return new FloorWriter(
      client,
      rows.filter((_, index) => index % parts === part),
    );
  }

  async write(n: number): Promise<void> {
    const thread = this.#threads[this.#next++ % this.#threads.length]!;
    thread.lastSeq += 1;
    thread.version += 1;
    const { id: conversationId, contactId, lastSeq: seq, version } = thread;
    const messageId = uuid();
    const now = new Date();
    const text = numbered(n);
    const body = randomBytes(Buffer.byteLength(text) + SEAL);
    const preview = randomBytes(Math.min(text.length, 120) + SEAL);
    const added = { type: "message.added", conversationId, seq, messageId };
    const changed = { type: "conversation.changed", conversationId, version };
    const threadRooms = [`conversation:${conversationId}`, `visitor:${contactId}`];
    await this.#run("begin", "begin", []);
    await this.#run("message", INSERT_MESSAGE, [messageId, conversationId, seq, now, body, uuid()]);
    await this.#run("conversation", UPDATE_CONVERSATION, [conversationId, seq, now, preview, version]);
    await this.#run("audit", INSERT_AUDIT, [now, contactId, { conversationId, messageId, seq }, uuid()]);
    await this.#run("events", INSERT_EVENTS, [threadRooms, added, ["desk", ...threadRooms], changed]);
    await this.#run("commit", "commit", []);
  }

  async close(): Promise<void> {
    await this.#client.end();
  }

  async #run(name: string, text: string, values: unknown[]): Promise<void> {
    await this.#client.query({ name, text, values });
  }
}

interface Thread {
  id: string;
  contactId: string;
  lastSeq: number;
  version: number;
}

/** What sealing adds to a text: format, nonce and tag. */
const SEAL = 29;

const INSERT_MESSAGE = `
  insert into message (id, conversation_id, seq, at, author, body, client_id, channel)
  values ($1::uuid, $2::uuid, $3::int, $4::timestamptz, 'visitor', $5::bytea, $6::uuid, 'webchat')`;
const UPDATE_CONVERSATION = `
  update conversation set last_seq = $2::int, last_message_at = $3::timestamptz, preview = $4::bytea, version = $5::int,
         unanswered_since = coalesce(unanswered_since, $3::timestamptz), unread = unread + 1
   where id = $1::uuid`;
const INSERT_AUDIT = `
  insert into audit_entry (at, actor_kind, actor_id, verb, subject, request_id)
  values ($1::timestamptz, 'visitor', $2, 'message.received', $3::jsonb, $4)`;
const INSERT_EVENTS = `insert into event_log (rooms, event) values ($1::text[], $2::jsonb), ($3::text[], $4::jsonb)`;
