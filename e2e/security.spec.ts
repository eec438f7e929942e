import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { expect, test } from "./house";
import { talk } from "./scenes";
import { refusedWith } from "./watch-page";

const HOSTILE = [
  `<img src=x onerror="window.robbed=1">`,
  `<script>window.robbed=1</script>`,
  `"><svg onload=window.robbed=1>`,
  `[ici](javascript:window.robbed=1) javascript:window.robbed=1`,
  `https://evil.example/"onmouseover="window.robbed=1`,
  `{{constructor.constructor("window.robbed=1")()}} \${robbed}`,
];
const robbed = async (page: Page) => page.evaluate(() => "robbed" in window);

test("words stay words: what somebody writes is never run, on no screen", async ({ stage }) => {
  const name = `Karim <img src=x onerror="window.robbed=1">`;
  const { desk, child } = await talk(stage, "Karim", HOSTILE[0]);
  const other = await stage.desk({ name, roles: ["supervisor"] });
  for (const words of HOSTILE.slice(1)) {
    await child.say(words);
    await expect(desk.said(words)).toBeVisible();
  }
  for (const words of HOSTILE) {
    await desk.reply(`réponse ${words}`);
    // In the chat an address is a link, with words of its own for who cannot see it: the rest must still stand there.
    await expect(child.line("réponse").filter({ hasText: words.slice(-25) })).toBeVisible();
  }
  await desk.note(HOSTILE[0]!);
  for (const { page } of [desk, child, other]) {
    expect(await robbed(page)).toBe(false);
    expect(await page.locator("img[src=x], svg[onload], [onerror], [onmouseover], a[href^='javascript']").count()).toBe(0);
    await page.reload();
    expect(await robbed(page)).toBe(false);
  }
});

test("should a hole let a script in after all: the policy does not run it, nor let it call home", async ({
  stage,
  complaints,
}) => {
  complaints.allow(/Content Security Policy|Refused to|Fetch API cannot load/, refusedWith(404));
  const desk = await stage.desk({ name: "Karim Benali", roles: ["listener"] });
  const child = await stage.visitor();
  for (const page of [desk.page, child.page]) {
    const stopped = await page.evaluate(async () => {
      const violated = new Set<string>();
      document.addEventListener("securitypolicyviolation", (event) => violated.add(event.effectiveDirective));
      document.body.insertAdjacentHTML("beforeend", `<img src="/nothing.png" onerror="window.robbed=1">`);
      document.body.insertAdjacentHTML("beforeend", `<iframe srcdoc="<script>parent.robbed=1</script>"></iframe>`);
      document.body.insertAdjacentHTML("beforeend", `<base href="https://evil.example/">`);
      await fetch("https://evil.example/").catch(() => undefined);
      try {
        new WebSocket("wss://evil.example/");
      } catch {
        // Some versions throw at once.
      }
      await new Promise<void>((resolve) => {
        const look = () => (violated.size >= 3 ? resolve() : void setTimeout(look, 50));
        look();
      });
      return [...violated];
    });
    expect(stopped).toEqual(expect.arrayContaining(["script-src-attr", "connect-src", "base-uri"]));
    expect(await robbed(page)).toBe(false);
  }
});

test("every page carries its headers and breaks none of its own rules", async ({ stage, complaints }) => {
  complaints.allow(refusedWith(404));
  const admin = await stage.person({ name: "Nadia Roussel", roles: ["administrator", "supervisor"] });
  const { page } = await stage.signedIn(admin);
  for (const path of ["/chat", "/sign-in", "/inbox", "/account", "/admin/accounts", "/gallery", "/nothing-here", "/apis"]) {
    const answer = await page.goto(path);
    const headers = answer!.headers();
    expect.soft(headers["content-security-policy"], path).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/);
    expect.soft(headers["content-security-policy"], path).toContain("frame-ancestors 'none'");
    expect.soft(headers["cache-control"], path).toContain("no-store");
    expect.soft(headers["x-content-type-options"], path).toBe("nosniff");
    expect.soft(headers["x-powered-by"], path).toBeUndefined();
  }
  for (const path of ["/api/chat", "/api/desk", "/api/nothing"]) {
    const headers = (await page.request.get(path)).headers();
    expect.soft(headers["cache-control"], path).toContain("no-store");
    expect.soft(headers["x-content-type-options"], path).toBe("nosniff");
    expect.soft(headers["access-control-allow-origin"], path).toBeUndefined();
  }
});

test("another site, even a neighbour that gets the cookies sent along, can neither write nor listen nor frame", async ({
  stage,
  complaints,
}) => {
  complaints.allow(/Content Security Policy|frame-ancestors|CORS|WebSocket|ERR_FAILED|ERR_BLOCKED/, refusedWith(401, 403, 404));
  const { desk, child } = await talk(stage, "Karim");
  const { origin } = stage.house;
  const evil = createServer((_, response) =>
    response.setHeader("content-type", "text/html").end("<!doctype html><title>evil</title>"),
  );
  await new Promise<void>((resolve) => evil.listen(0, resolve));
  const count = async () => stage.house.db.message.count();
  const before = await count();
  try {
    for (const { page } of [desk, child]) {
      const neighbour = await page.context().newPage();
      // Another port of the same host is another origin of the same site: SameSite cookies go along.
      await neighbour.goto(`http://localhost:${(evil.address() as AddressInfo).port}/`);
      const outcome = await neighbour.evaluate(async (target) => {
        const id = crypto.randomUUID();
        const words = JSON.stringify({ clientId: id, text: "écrit par un autre site", language: "fr", presence: "paused" });
        const sent = [
          ["POST", "/api/chat/messages", "text/plain"],
          ["POST", "/api/chat/messages", "application/json"],
          ["POST", "/api/chat/person", "text/plain"],
          ["PUT", "/api/presence", "application/json"],
          ["DELETE", "/api/chat", "text/plain"],
        ] as const;
        const answers = await Promise.all(
          sent.map(async ([method, path, type]) =>
            fetch(target + path, { method, body: words, credentials: "include", headers: { "content-type": type } }).then(
              ({ status }) => status,
              () => "blocked",
            ),
          ),
        );
        const opaque = await fetch(`${target}/api/chat/messages`, {
          method: "POST",
          body: words,
          credentials: "include",
          mode: "no-cors",
        });
        const read = await fetch(`${target}/api/desk`, { credentials: "include" }).then(
          ({ status }) => status,
          () => "blocked",
        );
        const socket = await new Promise<string>((resolve) => {
          const line = new WebSocket(`${target.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`);
          line.onopen = () => resolve("open");
          line.onerror = () => resolve("refused");
        });
        const loaded = ["/chat", "/inbox", "/sign-in"].map(async (path) => {
          const frame = document.body.appendChild(document.createElement("iframe"));
          frame.src = target + path;
          await new Promise((resolve) => frame.addEventListener("load", resolve));
        });
        await Promise.all(loaded);
        return { answers, opaque: opaque.type, read, socket };
      }, origin);
      expect(outcome).toEqual({ answers: Array(5).fill("blocked"), opaque: "opaque", read: "blocked", socket: "refused" });
      // A refused frame shows the browser's own error page.
      expect(neighbour.frames()).toHaveLength(4);
      for (const frame of neighbour.frames().slice(1)) expect(frame.url()).toMatch(/^chrome-error:/);
      await neighbour.close();
    }
    expect(await count()).toBe(before);
    await expect(desk.page.getByRole("switch", { name: "Disponible" })).toBeChecked();
    await child.page.reload();
    await expect(child.status(/Karim est avec toi/)).toBeVisible();
  } finally {
    evil.close();
  }
});

test("a word said in confidence stands in no table, no address and no line of the log", async ({ stage }) => {
  const CANARY = "kanarivogel";
  const addresses: string[] = [];
  const { desk, child, number } = await talk(stage, "Karim", `bonjour ${CANARY}un`);
  for (const { page } of [desk, child]) page.on("request", (request) => addresses.push(decodeURIComponent(request.url())));
  await child.say(`encore ${CANARY}deux`);
  await desk.reply(`oui ${CANARY}trois`);
  await desk.note(`note ${CANARY}quatre`);
  const { id } = await stage.house.db.conversation.findFirstOrThrow({ where: { number } });
  const send = async (method: string, path: string, data: object) => {
    const answer = await desk.page.request.fetch(`/api/conversations/${id}/${path}`, {
      method,
      data,
      headers: { origin: stage.house.origin },
    });
    expect(answer.status(), `${method} ${path}`).toBeLessThan(300);
  };
  for (const mode of ["reply", "note"]) await send("PUT", "draft", { mode, text: `brouillon ${CANARY}cinq` });
  await send("POST", "danger", { level: "F3", reason: `parce que ${CANARY}six` });
  await send("POST", "danger", { level: "F1", reason: `finalement ${CANARY}sept` });
  await send("POST", "relay", { brief: `à savoir ${CANARY}huit`, toSkill: "legal" });
  await send("DELETE", "relay", {});
  await send("DELETE", "assignment", { reason: `fatigue ${CANARY}neuf` });

  const { db } = stage.house;
  const tables = await db.$queryRaw<{ name: string }[]>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`;
  expect(tables.length).toBeGreaterThan(25);
  const hex = Buffer.from(CANARY).toString("hex");
  const base64 = [0, 1, 2].map((shift) => Buffer.from(CANARY.slice(shift)).toString("base64").slice(0, 8));
  for (const { name } of tables) {
    const sql = `select count(*)::int as hits from ${name} as r where r::text ~* $1`;
    const [found] = await db.$queryRawUnsafe<{ hits: number }[]>(sql, [CANARY, hex, ...base64].join("|"));
    expect.soft(found!.hits, name).toBe(0);
  }
  expect(addresses.filter((address) => address.includes(CANARY))).toEqual([]);
  expect(stage.house.complaints().join("")).not.toContain(CANARY);
});
