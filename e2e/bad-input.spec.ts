import { randomUUID } from "node:crypto";
import pg from "pg";
import type { Problem } from "@/lib/contract/refusals";
import { leaksIn } from "./authorisation-knock";
import { World, type Subject } from "./authorisation-world";
import { expect, test } from "./house";

// What bad input gets (contract.md), at doors of each kind: the desk's, the visitor's, and the two on the fast lane.

test.use({ houseOptions: { production: true } });

let world: World;
let subject: Subject;
let owner: string;
let visitor: string;
test.beforeAll(async ({ house }) => {
  world = new World(house);
  await world.open();
  subject = await world.conversation("theirs");
  owner = await world.cookieOf("owner", null);
  visitor = subject.cookies.visitor;
});

interface Sent {
  method?: string;
  cookie?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** @returns the answer; its body has been looked through for what no answer may carry */
async function send(address: string, { method = "POST", cookie = owner, body, headers = {} }: Sent) {
  const answer = await fetch(world.house.origin + address, {
    method,
    headers: { cookie, "content-type": "application/json", ...headers },
    body: body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body),
  });
  const said = await answer.text();
  expect(leaksIn({ word: String(answer.status), said }, false)).toEqual([]);
  const problem = answer.headers.get("content-type")?.includes("problem+json") ? (JSON.parse(said) as Problem) : null;
  return { status: answer.status, problem, headers: answer.headers };
}

const of = (door: string) => `/api/conversations/${subject.conversationId}/${door}`;
const DOORS = [
  { name: "the desk's, through Next", address: () => of("notes"), cookie: () => owner },
  { name: "the desk's, on the fast lane", address: () => of("messages"), cookie: () => owner },
  { name: "the visitor's, on the fast lane", address: () => "/api/chat/messages", cookie: () => visitor },
];

for (const { name, address, cookie } of DOORS)
  test.describe(name, () => {
    test("malformed JSON: 400, without the words of the parser", async () => {
      for (const body of ['{"text": "bonjour', "[]", '"bonjour"', "null", "\u0000"]) {
        const { status, problem } = await send(address(), { cookie: cookie(), body });
        expect(status, body).toBe(400);
        expect(problem).toMatchObject({ code: "invalid", status: 400 });
      }
    });

    test("wrong types: 400 with the path of each field; unknown fields are ignored", async () => {
      const wrong = await send(address(), { cookie: cookie(), body: { clientId: "pas un uuid", text: 12 } });
      expect(wrong.status).toBe(400);
      expect(wrong.problem?.fields?.map(({ path }) => path).sort()).toEqual(["clientId", "text"]);
      const right = { clientId: randomUUID(), text: "bonjour", admin: true, conversationState: "closed" };
      expect((await send(address(), { cookie: cookie(), body: right })).status).toBe(201);
    });

    test("too large: 413, announced or not", async () => {
      const text = "a".repeat(70_000);
      expect((await send(address(), { cookie: cookie(), body: { clientId: randomUUID(), text } })).status).toBe(413);
      const chunked = await fetch(world.house.origin + address(), {
        method: "POST",
        headers: { cookie: cookie(), "content-type": "application/json" },
        body: new Blob([JSON.stringify({ clientId: randomUUID(), text })]).stream(),
        duplex: "half",
      } as RequestInit);
      expect(chunked.status).toBe(413);
    });

    test("another site's page is refused, whatever cookie comes along", async () => {
      const body = { clientId: randomUUID(), text: "bonjour" };
      for (const headers of [
        { origin: "https://evil.example" },
        { origin: "null" },
        { origin: `${world.house.origin}.evil.example` },
        { "sec-fetch-site": "cross-site" },
      ] as Record<string, string>[])
        expect((await send(address(), { cookie: cookie(), body, headers })).status, JSON.stringify(headers)).toBe(403);
      expect((await send(address(), { cookie: cookie(), body, headers: { origin: world.house.origin } })).status).toBe(201);
    });
  });

test("what is not there and what is not theirs get the same answer", async () => {
  const stranger = await world.conversation("theirs");
  const [foreign, missing] = [stranger.conversationId, randomUUID()];
  const other = await world.cookieOf("other", null);
  for (const [method, door, body] of [
    ["GET", "", undefined],
    ["POST", "/messages", { clientId: randomUUID(), text: "bonjour" }],
    ["POST", "/closure", {}],
    ["PUT", "/draft", { mode: "reply", text: "" }],
  ] as const) {
    const [a, b] = await Promise.all(
      [foreign, missing].map((id) => send(`/api/conversations/${id}${door}`, { method, cookie: other, body })),
    );
    expect(a?.status).toBe(404);
    expect({ ...a?.problem, requestId: "" }).toEqual({ ...b?.problem, requestId: "" });
  }
  const not = await send(`/api/conversations/pas-un-id`, { method: "GET" });
  expect(not.status).toBe(400);
  for (const conversationId of [foreign, missing])
    expect((await send("/api/chat/end", { cookie: visitor, body: { conversationId } })).status).toBe(404);
});

test("too many: 429 with Retry-After, and nothing of it is lost", async () => {
  const { cookies } = await world.conversation("bot");
  const clientId = randomUUID();
  const burst = await Promise.all(
    Array.from({ length: 80 }, () => send("/api/chat/messages", { cookie: cookies.visitor, body: { clientId, text: "encore" } })),
  );
  const refused = burst.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(0);
  for (const { headers } of refused) expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  // The same word many times at once is one word.
  expect(new Set(burst.map(({ status }) => status))).toEqual(new Set([201, 429]));
  expect(await world.house.db.message.count({ where: { clientId } })).toBe(1);
});

test("guessing passwords is slowed down, with Retry-After", async ({ house }) => {
  const csrf = await fetch(`${house.origin}/api/auth/csrf`);
  const cookie = csrf.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const guess = async () =>
    fetch(`${house.origin}/api/auth/callback/credentials`, {
      method: "POST",
      redirect: "manual",
      headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ csrfToken, json: "true", email: world.person("planner").email, password: "devine" }),
    });
  const answers = [];
  for (let tries = 0; tries < 12 && answers.at(-1)?.status !== 429; tries += 1) answers.push(await guess());
  expect(answers[0]?.status).toBe(401);
  expect(answers.at(-1)?.status).toBe(429);
  expect(Number(answers.at(-1)?.headers.get("retry-after"))).toBeGreaterThan(0);
});

test("ours: 500 with a request id and nothing else, and the words are not lost", async ({ house, complaints }) => {
  // A fault of our own making: for a moment, a table is called something else.
  const database = new pg.Client({ connectionString: house.url });
  await database.connect();
  await database.query("alter table note rename to note_elsewhere");
  complaints.allow(/unexpected error/);
  const body = { clientId: randomUUID(), text: "essai" };
  const { status, problem } = await send(of("notes"), { body });
  await database.query("alter table note_elsewhere rename to note");
  await database.end();
  expect(status).toBe(500);
  expect(Object.keys(problem ?? {}).sort()).toEqual(["code", "requestId", "status", "title", "type"]);
  expect(problem).toMatchObject({ code: "internal", title: "internal" });
  // Tried again as the browser's send queue does, it is stored.
  expect((await send(of("notes"), { body })).status).toBe(201);
});
