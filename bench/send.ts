import { Agent, request } from "node:http";
import { v7 as uuid } from "uuid";

/** Sends as browsers do: HTTP, kept alive, one request for one message, answered after the commit. */
export class Sender {
  readonly #origin: URL;
  readonly #agent: Agent;

  constructor(origin: string, connections: number) {
    this.#origin = new URL(origin);
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: "fifo" });
  }

  /** @throws Error when the message was not accepted */
  async visitorWrites(cookie: string, text: string): Promise<void> {
    const body = JSON.stringify({ clientId: uuid(), text, language: "fr" });
    const status = await new Promise<number>((resolve, reject) => {
      const sent = request(
        {
          host: this.#origin.hostname,
          port: this.#origin.port,
          method: "POST",
          path: "/api/chat/messages",
          agent: this.#agent,
          headers: {
            cookie,
            "content-type": "application/json",
            "content-length": Buffer.byteLength(body),
            origin: this.#origin.origin,
            "sec-fetch-site": "same-origin",
          },
        },
        (response) => {
          response.once("end", () => resolve(response.statusCode ?? 0));
          response.once("error", reject);
          response.resume();
        },
      );
      sent.once("error", reject);
      sent.end(body);
    });
    if (status < 200 || status > 299) throw new Error(`A message was answered with ${status}`);
  }

  close(): void {
    this.#agent.destroy();
  }
}

const WORDS =
  "ils ont mis ma photo dans le groupe de la classe et tout le monde rigole, je sais plus quoi faire, j'ose pas le dire à ma mère";

/** A message of the length people write, that begins with its number. */
export const numbered = (n: number): string => `#${n} ${WORDS}`;

/** The number a text begins with; null for other texts. */
export function numberOf(text: string | null): number | null {
  const digits = /^#(\d+) /.exec(text ?? "")?.[1];
  return digits ? Number(digits) : null;
}
