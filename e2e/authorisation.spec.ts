import { actions, pages, routes, socketEvents } from "@/lib/testing/authorisation-doors";
import { readFileSync } from "node:fs";
import path from "node:path";
import { actionIds, knockAll, leaksIn } from "./authorisation-knock";
import { ROWS, SOCKET_ROWS } from "./authorisation-table";
import { WHO, World, type Who } from "./authorisation-world";
import { expect, test } from "./house";

// The whole of "who may what", over HTTP against the running server in its production form. Complete by construction: the doors come
// from the sources, the table from people, and each without the other fails.

test.use({ houseOptions: { production: true } });

let world: World;
test.beforeAll(async ({ house }) => {
  world = new World(house);
  await world.open();
});

test.describe("the table is complete", () => {
  const found = [...pages(), ...routes(), ...actions(), ...socketEvents()].map(({ name }) => name);

  test("no door without expectations", () => {
    const expected = new Set([...ROWS, ...SOCKET_ROWS].map(({ door }) => door));
    expect(found.filter((name) => !expected.has(name))).toEqual([]);
  });

  test("no expectations without a door", () => {
    const doors = new Set([...found, "handshake desk", "handshake visitor"]);
    expect([...ROWS, ...SOCKET_ROWS].map(({ door }) => door).filter((door) => !doors.has(door))).toEqual([]);
  });

  test("the sources hold every page, route and action of the build", () => {
    const file = path.resolve(import.meta.dirname, "../.next/server/app-paths-manifest.json");
    const built = Object.keys(JSON.parse(readFileSync(file, "utf8")) as Record<string, string>)
      .filter((name) => !name.startsWith("/_") && name !== "/icon.svg/route")
      .map((name) => name.replace(/\/\([^)]*\)/g, "").replace(/\/(page|route)$/, "") || "/");
    const known = new Set([...pages(), ...routes()].map(({ name }) => name.split(" ")[1]));
    expect(built.filter((name) => !known.has(name))).toEqual([]);
    const written = new Set(actions().map(({ name }) => name.replace("action ", "")));
    expect([...actionIds().keys()].filter((name) => !written.has(name))).toEqual([]);
  });

  test("pages, routes and sockets give the same rights", () => {
    const cells = (title: string) => {
      const row = [...ROWS, ...SOCKET_ROWS].find((each) => each.title === title)!;
      return WHO.filter((who) => row.cells[who] === "ok");
    };
    expect(cells("page /inbox/[[...conversation]]")).toEqual(cells("GET /api/desk"));
    expect(cells("handshake desk")).toEqual(cells("GET /api/desk"));
    for (const state of ["bot", "waiting", "theirs", "relay", "closed", "missing"])
      expect(cells(`socket watch @${state}`), state).toEqual(cells(`GET /api/conversations/[conversationId] @${state}`));
  });
});

test.describe("who may what", () => {
  /** Answers that are meant to hold the words of whoever wrote them, for whoever may enter. */
  const READING =
    /^(GET \/api\/(chat|desk|conversations)|POST \/api\/(chat|assignments)|page \/(chat|inbox)|(PUT|POST|DELETE) \/api\/conversations)/;

  for (const row of ROWS)
    test(row.title, async () => {
      const outcomes = await knockAll(world, row);
      expect(Object.fromEntries(outcomes.map(([who, { word }]) => [who, word]))).toEqual(row.cells);
      for (const [who, outcome] of outcomes) expect(leaksIn(outcome, READING.test(row.door)), who).toEqual([]);
    });

  test("a method that no door has is refused as such", async ({ house }) => {
    const known = new Set(routes().map(({ name }) => name));
    const addresses = [...new Set(routes().map(({ name }) => name.split(" ")[1]!))].filter(
      (address) => !address.includes("nextauth"),
    );
    for (const address of addresses)
      for (const method of ["PATCH", "PUT", "DELETE", "POST"].filter((each) => !known.has(`${each} ${address}`))) {
        const answer = await fetch(house.origin + address.replace("[conversationId]", crypto.randomUUID()), { method });
        expect(answer.status, `${method} ${address}`).toBe(405);
      }
  });

  test("an action that does not exist does nothing, whoever asks", async ({ house }) => {
    for (const who of ["nobody", "owner", "admin"] satisfies Who[]) {
      const headers = { cookie: await world.cookieOf(who, null), origin: house.origin, "next-action": "7f".padEnd(42, "0") };
      const answer = await fetch(`${house.origin}/account`, { method: "POST", headers, body: "[]" });
      expect([404, 409], who).toContain(answer.status);
    }
  });
});
