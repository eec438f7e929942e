import { config } from "@/lib/core/config";
import { Invalid, Refusal } from "@/lib/core/errors";
import type { DoorRequest } from "./answer";

/** Largest JSON body accepted; a message has 4,096 characters, a note 8,000. */
export const BODY_LIMIT = 64 * 1024;
const WRITES = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/**
 * The raw input of a door: path parameters over the query (reads) or the JSON body (writes).
 * @throws Refusal invalid (malformed JSON, not an object), too-large, forbidden (another site's page)
 */
export async function readRequest(request: DoorRequest, params: Record<string, string>): Promise<Record<string, unknown>> {
  if (!WRITES.has(request.method)) return { ...Object.fromEntries(new URL(request.url).searchParams), ...params };
  refuseCrossSite(request);
  return { ...(await readBody(request)), ...params };
}

/** Bodies that another site's form can send without asking; ours are JSON. */
const FORM = /^(text\/plain|application\/x-www-form-urlencoded|multipart\/form-data)/i;

/** Cookies are SameSite=Lax; this is the second lock, for a browser or proxy that got the first wrong (OWASP CSRF). */
export function refuseCrossSite(request: Pick<DoorRequest, "headers">): void {
  // "same-site" is a neighbour under the same domain, not us.
  if (!["same-origin", "none"].includes(request.headers.get("sec-fetch-site") ?? "none")) throw new Refusal("forbidden");
  if (FORM.test(request.headers.get("content-type")?.trim() ?? "")) throw new Refusal("forbidden");
  const origin = request.headers.get("origin");
  if (origin !== null && !isOwnOrigin(origin, request.headers.get("host"))) throw new Refusal("forbidden");
}

/** The public address, or in demonstration whatever host the request came to. */
function isOwnOrigin(origin: string, host: string | null): boolean {
  if (origin === new URL(config().appUrl).origin) return true;
  return config().demo && host !== null && URL.canParse(origin) && new URL(origin).host === host;
}

async function readBody(request: DoorRequest): Promise<Record<string, unknown>> {
  if (Number(request.headers.get("content-length") ?? 0) > BODY_LIMIT) throw new Refusal("too-large");
  const text = await readText(request);
  if (text === "") return {};
  const value = parse(text);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Invalid([{ path: "", message: "not_an_object" }]);
  return value as Record<string, unknown>;
}

/** Counts while reading: a chunked body announces no length. */
async function readText(request: DoorRequest): Promise<string> {
  if (request.body === null) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body) {
      size += chunk.byteLength;
      if (size > BODY_LIMIT) break;
      chunks.push(chunk);
    }
  } catch {
    // The sender's network broke off half-way: nobody waits for this answer, and it is no error of ours.
    throw new Invalid([{ path: "", message: "incomplete" }]);
  }
  if (size > BODY_LIMIT) throw new Refusal("too-large");
  return Buffer.concat(chunks).toString("utf8");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Invalid([{ path: "", message: "malformed_json" }]);
  }
}
