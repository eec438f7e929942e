import { describe, expect, test } from "vitest";
import { readRequest, refuseCrossSite } from "./read-request";

const JSON_TYPE = { "content-type": "application/json" };
const post = (headers: Record<string, string>, body: BodyInit = "{}") =>
  new Request("http://localhost:3018/api/chat/messages", { method: "POST", headers, body });
const refused = (headers: Record<string, string>) => {
  try {
    refuseCrossSite(post({ host: "localhost:3018", ...headers }));
    return false;
  } catch (error) {
    expect(error).toMatchObject({ code: "forbidden" });
    return true;
  }
};

describe("another site's page", () => {
  test.each([
    ["names its origin", { origin: "https://evil.example" }],
    ["hides its origin", { origin: "null" }],
    ["has a name that begins like ours", { origin: "http://localhost:3018.evil.example" }],
    ["has a name that ends like ours", { origin: "http://evil.localhost:3018" }],
    ["is served by the same machine on another port", { origin: "http://localhost:4000" }],
    ["is said by the browser to be another site", { "sec-fetch-site": "cross-site" }],
    ["is a neighbour under the same domain", { "sec-fetch-site": "same-site" }],
    ["posts a form as text", { "content-type": "text/plain;charset=UTF-8" }],
    ["posts a form", { "content-type": "application/x-www-form-urlencoded" }],
    ["posts a form with a file", { "content-type": " Multipart/form-data; boundary=x" }],
  ])("that %s is refused", (_, headers) => {
    expect(refused({ ...JSON_TYPE, ...headers })).toBe(true);
  });

  test.each([
    ["our own page", { origin: "http://localhost:3018", "sec-fetch-site": "same-origin" }],
    ["in demonstration, our page under whatever host it was opened", { origin: "http://192.0.2.5:3018", host: "192.0.2.5:3018" }],
    ["a program without a browser", {}],
  ])("is not %s", (_, headers) => {
    expect(refused({ ...JSON_TYPE, ...headers })).toBe(false);
  });
});

describe("a body", () => {
  test.each(["{", "[]", "1", "null", '"x"', "\ufeff{}", `${"[".repeat(30_000)}${"]".repeat(30_000)}`])(
    "that is no object is invalid: %.12s",
    async (body) => {
      await expect(readRequest(post(JSON_TYPE, body), {})).rejects.toMatchObject({ code: "invalid" });
    },
  );

  test("is counted while it is read, announced or not", async () => {
    const large = new Blob([JSON.stringify({ text: "x".repeat(70_000) })]);
    await expect(readRequest(post(JSON_TYPE, large), {})).rejects.toMatchObject({ code: "too-large" });
    const chunked = { method: "POST", headers: JSON_TYPE, body: large.stream(), duplex: "half" } as RequestInit;
    const request = new Request("http://localhost:3018/", chunked);
    await expect(readRequest(request, {})).rejects.toMatchObject({ code: "too-large" });
  });

  test("that breaks off half-way is refused, and no defect", async () => {
    const broken = new ReadableStream({
      start: (controller) => {
        controller.enqueue(Buffer.from(`{"text":"abc`));
        controller.error(Object.assign(new Error("aborted"), { code: "ECONNRESET" }));
      },
    });
    const request = new Request("http://localhost:3018/", { method: "POST", body: broken, duplex: "half" } as RequestInit);
    await expect(readRequest(request, {})).rejects.toMatchObject({ code: "invalid" });
  });

  test("does not speak for the path", async () => {
    const body = JSON.stringify({ conversationId: "theirs", text: "x" });
    expect(await readRequest(post(JSON_TYPE, body), { conversationId: "mine" })).toEqual({ conversationId: "mine", text: "x" });
  });

  test("gives nothing an inherited field", async () => {
    const raw = await readRequest(post(JSON_TYPE, `{"__proto__": {"roles": ["administrator"]}, "constructor": 1}`), {});
    expect(raw.roles).toBeUndefined();
    expect(({} as { roles?: string[] }).roles).toBeUndefined();
  });
});
