import { createServer, type IncomingMessage, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";
import type { Actor, StaffActor } from "@/lib/contract/actor";
import { contextFor } from "@/lib/core/context";
import { openDatabase, type Database } from "@/lib/core/db";
import { Refusal } from "@/lib/core/errors";
import { Vault } from "@/lib/core/vault";
import { receiveMessage } from "@/lib/conversations/receive-message";
import { reply } from "@/lib/conversations/reply";
import { readChat } from "@/lib/inbox/read-chat";
import { readDesk } from "@/lib/inbox/read-desk";
import { readThread } from "@/lib/inbox/read-thread";
import { attachGateway, type Gateway, type GatewayOptions } from "@/lib/realtime/gateway";
import { Tail } from "@/lib/realtime/tail";

/** A server process in small: the real tail and gateway, and bare doors for what a screen loads and sends. */
export interface LiveServer {
  origin: string;
  gateway: Gateway;
  tail: Tail;
  http: HttpServer;
  close: () => Promise<void>;
}

type Given = Partial<GatewayOptions> & { url: string; vault: Vault; now: () => Date; port?: number };

const Body = z.object({ clientId: z.string(), text: z.string(), conversationId: z.string().optional() });

/** Starts one. Who somebody is stands in the cookie as it is (`cookieOf`): sessions have tests of their own. */
export async function openLiveServer({ url, vault, now, port = 0, ...options }: Given): Promise<LiveServer> {
  const db = options.db ?? openDatabase(url, 8);
  await vault.unlock(db, now());
  const http = createServer((request, response) => {
    answer(request, { db, vault, now }).then(
      ([status, body]) => response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body)),
      () => response.writeHead(500).end("{}"),
    );
  });
  const tail = new Tail({ db, url });
  const gateway = attachGateway(http, {
    appUrl: "http://helpdesk.test",
    heartbeat: async () => undefined,
    authenticateDesk: async (cookie) => actorIn(cookie, "staff"),
    authenticateVisitor: async (cookie) => actorIn(cookie, "visitor"),
    ...options,
    db,
    vault,
    now,
    tail,
  });
  await tail.start();
  await new Promise<void>((resolve) => http.listen(port, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    gateway,
    tail,
    http,
    close: async () => {
      await gateway.close();
      await tail.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
      if (!options.db) await db.$disconnect();
    },
  };
}

/** The cookie that makes somebody known to such a server. */
export function cookieOf(actor: Actor): string {
  return `actor=${Buffer.from(JSON.stringify(actor)).toString("base64url")}`;
}

/** Who a cookie of `cookieOf` names, if they are of that kind. */
export function actorIn<K extends Actor["kind"]>(cookie: string | null, kind: K): Extract<Actor, { kind: K }> | null {
  const value = /actor=([\w-]+)/.exec(cookie ?? "")?.[1];
  if (!value) return null;
  const actor = JSON.parse(Buffer.from(value, "base64url").toString()) as Actor;
  return actor.kind === kind ? (actor as Extract<Actor, { kind: K }>) : null;
}

async function answer(
  request: IncomingMessage,
  means: { db: Database; vault: Vault; now: () => Date },
): Promise<[number, unknown]> {
  const cookie = request.headers.cookie ?? null;
  const staff: StaffActor | null = actorIn(cookie, "staff");
  const visitor = actorIn(cookie, "visitor");
  const ctx = contextFor({ ...means, holdJobs: [] }, staff ?? visitor ?? { kind: "nobody" }, means.now());
  const path = request.url ?? "/";
  try {
    if (path === "/desk") return [200, await readDesk(ctx, {})];
    if (path === "/chat") return [200, await readChat(ctx, {})];
    if (path.startsWith("/thread/")) return [200, await readThread(ctx, { conversationId: path.slice("/thread/".length) })];
    if (path !== "/messages") return [404, {}];
    const { clientId, text, conversationId } = Body.parse(await bodyOf(request));
    if (staff) return [201, await reply(ctx, { conversationId: conversationId ?? "", clientId, text })];
    const received = await receiveMessage(ctx, { contactId: visitor?.contactId ?? "", clientId, text, language: "fr" });
    return [201, received.message];
  } catch (error) {
    if (error instanceof Refusal) return [error.code === "not-found" ? 404 : 409, { code: error.code }];
    throw error;
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString());
}
