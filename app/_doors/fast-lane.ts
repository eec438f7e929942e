import type { IncomingMessage, ServerResponse } from "node:http";
import { POST as visitorMessage } from "@/app/api/chat/messages/route";
import { POST as reply } from "@/app/api/conversations/[conversationId]/messages/route";
import { log } from "@/lib/core/log";
import type { DoorHandler } from "./door";
import { BODY_LIMIT } from "./read-request";

/**
 * The two doors that a busy evening passes through most, served by the very same handlers without Next's router around them (a
 * small route costs 1.5 ms of CPU through Next, measured in platform.md), nor the web's Request and Response. Everything else goes to Next.
 */
const LANES: { method: string; path: RegExp; handler: DoorHandler }[] = [
  { method: "POST", path: /^\/api\/chat\/messages$/, handler: visitorMessage },
  { method: "POST", path: /^\/api\/conversations\/(?<conversationId>[^/]+)\/messages$/, handler: reply },
];

/** Answers the request if it is one of the lanes. @returns false when it is Next's */
export function fastLane(request: IncomingMessage, response: ServerResponse): boolean {
  const path = (request.url ?? "").split("?", 1)[0]!;
  for (const lane of LANES) {
    const match = request.method === lane.method ? lane.path.exec(path) : null;
    if (!match) continue;
    answer(lane.handler, request, response, { ...match.groups }).catch((error: unknown) => {
      // A handler never throws: this is a defect, unless the sender's network broke off half-way, which every telephone's does.
      if (request.complete) log.error({ err: error }, "a fast lane could not answer");
      // Nobody may wait for an answer that does not come.
      response.destroy();
    });
    return true;
  }
  return false;
}

async function answer(
  handler: DoorHandler,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  params: Record<string, string>,
): Promise<void> {
  const body = await bytesOf(incoming);
  const { headers } = incoming;
  const get = (name: string): string | null => {
    const value = headers[name];
    return value === undefined ? null : String(value);
  };
  const given = { method: incoming.method ?? "", url: incoming.url ?? "/", headers: { get }, body };
  const answered = await handler.plain(given, params);
  const text = answered.body ?? "";
  outgoing.writeHead(answered.status, { ...answered.headers, "content-length": String(Buffer.byteLength(text)) });
  // What was refused for its size is not waited for.
  outgoing.end(text, () => incoming.complete || incoming.destroy());
}

/** The body, or as much of it as shows that it is too large: the door refuses that. */
async function bytesOf(incoming: IncomingMessage): Promise<Uint8Array[]> {
  if (Number(incoming.headers["content-length"] ?? 0) > BODY_LIMIT) return [];
  const chunks: Uint8Array[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    incoming.on("data", (chunk: Uint8Array) => {
      size += chunk.byteLength;
      chunks.push(chunk);
      if (size <= BODY_LIMIT) return;
      incoming.pause();
      resolve(chunks);
    });
    incoming.once("end", () => resolve(chunks));
    incoming.once("error", reject);
  });
}
