import { randomBytes } from "node:crypto";
import { createServer, request as ask, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { v7 as uuid } from "uuid";
import { openContact } from "@/lib/conversations/open-contact";
import { openScene, type Scene } from "@/lib/testing/factories";
import { fastLane } from "./fast-lane";

let scene: Scene;
const identity = randomBytes(32).toString("base64url");
const server = createServer((request, response) => {
  if (!fastLane(request, response)) response.writeHead(299).end();
});
beforeAll(async () => {
  scene = await openScene();
  Object.assign(globalThis, { helpdeskMeans: { db: scene.db, vault: scene.vault } });
  await openContact(scene.ctx({ kind: "system", name: "test" }), { channel: "webchat", externalId: identity });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await scene.close();
});

interface Given {
  path?: string;
  method?: string;
  cookie?: string;
  headers?: Record<string, string>;
  body?: string;
}

async function send({
  path = "/api/chat/messages",
  method = "POST",
  cookie = `chat_3018=${identity}`,
  headers,
  body = "",
}: Given) {
  const { port } = server.address() as AddressInfo;
  return new Promise<{ status: number; headers: IncomingHttpHeaders; text: string }>((resolve, reject) => {
    const asked = ask({ port, path, method, headers: { cookie, ...headers }, agent: false }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part: string) => (text += part));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

const words = (text: string) => JSON.stringify({ clientId: uuid(), text, language: "fr" });
const CHUNKED = { "transfer-encoding": "chunked" };

describe("a fast lane", () => {
  it("answers like any other door, with the length of what it says", async () => {
    const body = words("bonjour, ça va pas 🙁");
    const { status, headers, text } = await send({ body, headers: { "content-type": "application/json" } });
    expect(status).toBe(201);
    expect(JSON.parse(text)).toMatchObject({ message: { text: "bonjour, ça va pas 🙁", seq: 1 } });
    expect(headers).toMatchObject({ "content-type": "application/json", "cache-control": "no-store" });
    expect(headers["content-length"]).toBe(String(Buffer.byteLength(text)));
    // The same again is the same.
    expect(JSON.parse((await send({ body })).text)).toMatchObject({ message: JSON.parse(text).message });
  });

  it("takes a body in pieces, whatever is behind the question mark", async () => {
    expect((await send({ path: "/api/chat/messages?a=1", body: words("en morceaux"), headers: CHUNKED })).status).toBe(201);
  });

  it.each([
    ["too large, announced", { body: words("x".repeat(70_000)) }, 413],
    ["too large, in pieces", { body: words("x".repeat(400_000)), headers: CHUNKED }, 413],
    ["no JSON", { body: "{" }, 400],
    ["nothing", {}, 400],
    ["of another site", { body: words("x"), headers: { "sec-fetch-site": "cross-site" } }, 403],
    ["of nobody", { body: words("x"), cookie: "" }, 401],
    ["of nobody, to a conversation", { path: `/api/conversations/${uuid()}/messages`, body: words("x"), cookie: "" }, 401],
  ])("refuses what is %s", async (_, given, expected) => {
    const { status, headers } = await send(given);
    expect(status).toBe(expected);
    expect(headers["content-type"]).toBe("application/problem+json");
  });

  it("leaves everything else to Next", async () => {
    expect((await send({ method: "GET" })).status).toBe(299);
    expect((await send({ path: "/api/chat" })).status).toBe(299);
  });
});
