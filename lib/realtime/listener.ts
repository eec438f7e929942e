import pg from "pg";
import { APP_ROLE_OPTION } from "@/lib/core/db";
import { log } from "@/lib/core/log";

const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5000;
/** A connection that died without a word is found by asking. */
const PROBE_MS = 10_000;

type Heard = (payload: string) => void;

/** One plain connection that LISTENs and connects again by itself, for ever. What was notified meanwhile is lost: readers poll too. */
export class Listener {
  readonly #url: string;
  readonly #heard = new Map<string, Heard>();
  #client: pg.Client | null = null;
  #retry: NodeJS.Timeout | null = null;
  #retryMs = FIRST_RETRY_MS;
  #probe: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(url: string) {
    this.#url = url;
  }

  /** True while notifications arrive. */
  get up(): boolean {
    return this.#client !== null;
  }

  /** Hears a channel; to be called before `start`. Called with an empty payload after every (re)connection. */
  on(channel: string, heard: Heard): void {
    this.#heard.set(channel, heard);
  }

  /** Resolves after the first attempt, whether it worked or not. */
  async start(): Promise<void> {
    this.#probe = setInterval(() => void this.#check(), PROBE_MS);
    await this.#connect();
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#retry) clearTimeout(this.#retry);
    if (this.#probe) clearInterval(this.#probe);
    const client = this.#client;
    this.#client = null;
    await client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#url,
      options: APP_ROLE_OPTION,
      application_name: "helpdesk tail",
      keepAlive: true,
      connectionTimeoutMillis: 5000,
      query_timeout: 5000,
    });
    client.on("error", () => this.#lost(client));
    client.on("end", () => this.#lost(client));
    client.on("notification", ({ channel, payload }) => this.#heard.get(channel)?.(payload ?? ""));
    try {
      await client.connect();
      for (const channel of this.#heard.keys()) await client.query(`listen ${client.escapeIdentifier(channel)}`);
      if (this.#closed) return void (await client.end());
      this.#client = client;
      this.#retryMs = FIRST_RETRY_MS;
      for (const heard of this.#heard.values()) heard("");
    } catch (error) {
      log.warn({ err: error }, "the tail cannot listen yet");
      await client.end().catch(() => undefined);
      this.#again();
    }
  }

  #lost(client: pg.Client): void {
    if (this.#client !== client) return;
    this.#client = null;
    this.#again();
  }

  #again(): void {
    if (this.#closed || this.#retry) return;
    this.#retry = setTimeout(() => {
      this.#retry = null;
      void this.#connect();
    }, this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, LAST_RETRY_MS);
  }

  async #check(): Promise<void> {
    const client = this.#client;
    if (!client) return;
    try {
      await client.query("select 1");
    } catch {
      this.#lost(client);
      await client.end().catch(() => undefined);
    }
  }
}
