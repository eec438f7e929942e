import { createServer, request as ask, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { entrance, refuseUpgrades } from "./entrance";

const reached: IncomingHttpHeaders[] = [];
const server = createServer(
  entrance({ trustedProxies: 1, appUrl: "https://aide.example" }, (request, response) => {
    reached.push(request.headers);
    (response as { end: (text: string) => void }).end("served");
  }),
);
refuseUpgrades(server);
beforeAll(async () => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

async function send(path: string, headers: Record<string, string> = {}, method = "GET") {
  const { port } = server.address() as AddressInfo;
  return new Promise<{ status: number; headers: IncomingHttpHeaders; text: string }>((resolve, reject) => {
    ask({ port, path, method, headers: { host: "aide.example", ...headers }, agent: false }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part: string) => (text += part));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    })
      .on("error", reject)
      .end();
  });
}

test.each(["/inbox/%E0%A4%A", "/%", "/a%00b", "*", "http://[/"])("an address that is none: %s", async (path) => {
  const before = reached.length;
  const { status, headers, text } = await send(path);
  expect(status).toBe(400);
  expect(headers["content-type"]).toBe("application/problem+json");
  expect(text).not.toContain("at ");
  expect(reached).toHaveLength(before);
});

// The doors of the fast lane build a Request from the host: one that throws must not leave the sender waiting for ever.
test.each(["a b", "[", "localhost:99999", "a/b", "évil", "x\tz"])("a host that cannot exist: %s", async (host) => {
  expect((await send("/api/chat/messages", { host }, "POST")).status).toBe(400);
});

test("a method that echoes the request, cookies and all", async () => {
  expect((await send("/chat", { cookie: "chat_3018=secret" }, "TRACE")).status).toBe(400);
});

test.each(["aide.example", "aide.example:443", "[::1]:3018", "xn--vil-9la.example", "my_host"])(
  "a host that can: %s",
  async (host) => {
    expect(await send("/inbox?q=%F0%9F%99%82", { host })).toMatchObject({ status: 200, text: "served" });
  },
);

test("every answer forbids guessing at its type, and insists on https where that is the address", async () => {
  for (const path of ["/", "/%"]) {
    const { headers } = await send(path);
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff" });
    expect(headers["strict-transport-security"]).toMatch(/^max-age=31536000/);
  }
});

test("an upgrade that nobody answers is ended, the socket's own is left to it", async () => {
  const upgrading = async (path: string) =>
    new Promise<string>((resolve) => {
      const { port } = server.address() as AddressInfo;
      const asked = ask({ port, path, headers: { connection: "Upgrade", upgrade: "websocket" }, agent: false, timeout: 300 });
      asked.on("response", (answer) => resolve(`answered ${answer.statusCode}`));
      asked.on("timeout", () => resolve("left open"));
      asked.on("error", (error) => resolve(error.message));
      asked.on("close", () => resolve("closed"));
      asked.end();
    });
  expect(await upgrading("/anything")).toBe("answered 400");
  expect(await upgrading("/_next/webpack-hmr")).toBe("answered 400");
  expect(await upgrading("/socket.io/?EIO=4&transport=websocket")).toBe("left open");
});

test("what a client claims about itself is overwritten", async () => {
  const claims = {
    "x-client-address": "6.6.6.6",
    "x-request-path": "//evil.example",
    "x-forwarded-for": "10.0.0.1, 203.0.113.7",
  };
  await send("/inbox?x=1", claims);
  expect(reached.at(-1)).toMatchObject({ "x-client-address": "203.0.113.7", "x-request-path": "/inbox?x=1" });
});
