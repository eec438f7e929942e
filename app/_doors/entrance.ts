import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { v7 as uuid } from "uuid";
import { clientAddress } from "@/lib/core/client-address";
import type { Config } from "@/lib/core/config";
import { Invalid } from "@/lib/core/errors";
import { fastLane } from "./fast-lane";
import { problemOf } from "./refusal";

const HOST = /^(\[[\da-f:.]+\]|[\w.-]+)(:\d{1,5})?$/i;

type Settings = Pick<Config, "trustedProxies" | "appUrl">;
type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

/** What the server does with every request: a first look, then the doors that need no router, then Next. */
export function entrance(settings: Settings, next: Listener): Listener {
  return (request, response) => {
    if (admits(request, response, settings) && !fastLane(request, response)) void next(request, response);
  };
}

/** An upgrade that no part of the house answers would stay open for ever, and costs whoever asks nothing. */
export function refuseUpgrades(server: Server): void {
  server.on("upgrade", (request, socket) => {
    if (!request.url?.startsWith("/socket.io/")) socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
  });
}

/**
 * The headers that every answer carries, the address for limits, and an end to what no browser sends: Next answers such a line with 500,
 * and a door of ours could not even build a Request. @returns false when the request has been answered
 */
function admits(request: IncomingMessage, response: ServerResponse, { trustedProxies, appUrl }: Settings): boolean {
  response.setHeader("x-content-type-options", "nosniff");
  if (appUrl.startsWith("https:")) response.setHeader("strict-transport-security", "max-age=31536000; includeSubDomains");
  if (!isWellFormed(request)) {
    const problem = problemOf(new Invalid([{ path: "", message: "malformed_request" }]), uuid());
    response.writeHead(problem.status, { "content-type": "application/problem+json", connection: "close" });
    response.end(JSON.stringify(problem));
    return false;
  }
  // Whatever a client claims under these names is overwritten.
  request.headers["x-client-address"] = clientAddress(request, trustedProxies);
  // Where sign-in leads back to: a page cannot know its own address (require-actor.ts).
  request.headers["x-request-path"] = request.url ?? "/";
  return true;
}

/** A path of this server that decodes, asked of a host that could exist. TRACE would echo an HttpOnly cookie back. */
function isWellFormed({ method, url = "", headers: { host = "" } }: IncomingMessage): boolean {
  if (method === "TRACE") return false;
  if (!url.startsWith("/") || (host !== "" && !(HOST.test(host) && URL.canParse(`http://${host}`)))) return false;
  try {
    return !decodeURIComponent(url.split("?", 1)[0]!).includes("\0");
  } catch {
    return false;
  }
}
