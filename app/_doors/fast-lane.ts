import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { POST as visitorMessage } from "@/app/api/chat/messages/route";
import { POST as reply } from "@/app/api/conversations/[conversationId]/messages/route";
import { log } from "@/lib/core/log";
import type { Handler } from "./door";

/**
 * The two doors that a busy evening passes through most, served by the very same handlers without Next's router around them (a
 * small route costs 1.5 ms of CPU through Next, measured in platform.md). Everything else goes to Next.
 */
const LANES: { method: string; path: RegExp; handler: Handler }[] = [
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
      // A handler never throws: this is the connection's end, or a defect. Nobody may wait for an answer that does not come.
      log.error({ err: error }, "a fast lane could not answer");
      response.destroy();
    });
    return true;
  }
  return false;
}

async function answer(
  handler: Handler,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  params: Record<string, string>,
): Promise<void> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) if (value !== undefined) headers.set(name, String(value));
  const request = new Request(`http://${incoming.headers.host ?? "localhost"}${incoming.url ?? "/"}`, {
    method: incoming.method,
    headers,
    body: Readable.toWeb(incoming) as ReadableStream<Uint8Array> as unknown as BodyInit,
    duplex: "half",
  } as RequestInit);
  const response = await handler(request, { params: Promise.resolve(params) });
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}
