import { describe, expect, it } from "vitest";
import { actions, pages, routes, socketEars, socketEvents } from "./authorisation-doors";

// What can be said about every door by reading it. Who may enter which is e2e/authorisation.spec.ts, against the running server.

/** Routes that no builder made, and why that is right. */
const OTHER_ROUTES: Record<string, string> = {
  "GET /api/auth/[...nextauth]": "next-auth's own protocol: public, since it is the way in; it checks its CSRF token itself",
  "POST /api/auth/[...nextauth]": "next-auth's own protocol: public, since it is the way in; it checks its CSRF token itself",
  "GET /metrics": "for a monitoring program: known by METRICS_TOKEN, compared in constant time, and closed without one",
  "GET /api/ready": "public: says which part of the house fails, nothing else, also while the database does not answer",
};

/** Actions that `action()` did not make, and why that is right. */
const OTHER_ACTIONS: Record<string, string> = {
  "action signInAction": "the way in: there is nobody yet whose rights could be asked",
  "action signOutAction": "ends the session that asks and no other; for whoever has none it only clears a cookie",
  "action stay": "the gallery's stand-in for signing out: it does nothing",
};

/** Pages for everybody, and why that is right. */
const PUBLIC_PAGES: Record<string, string> = {
  "page /chat": "the child's side: whose conversation it is, the chat cookie says",
  "page /sign-in": "the way in",
  "page /gallery": "invented words, in demonstration only",
  "page /gallery/chat": "invented words, in demonstration only",
};

const BUILDERS = /^(route|visitorRoute|firstWordRoute|cookieRoute)\(/;

describe("doors deny by default", () => {
  it("every page for people who work here asks who it is", () => {
    const open = pages().filter(
      ({ name, made }) => !/\bawait (pageContext|requireActor)\(/.test(made) && !(name in PUBLIC_PAGES),
    );
    expect(open.map(({ name }) => name)).toEqual([]);
    expect(pages().filter(({ file, name }) => file.startsWith("app/(staff)") && name in PUBLIC_PAGES)).toEqual([]);
  });

  it("every route is made by a builder that authenticates, asks the sheet and maps refusals", () => {
    const bare = routes().filter(({ name, made }) => !BUILDERS.test(made) && !(name in OTHER_ROUTES));
    expect(bare.map(({ name }) => name)).toEqual([]);
  });

  it("every server action is made by action()", () => {
    const bare = actions().filter(({ name, made }) => !made.startsWith("action(") && !(name in OTHER_ACTIONS));
    expect(bare.map(({ name }) => name)).toEqual([]);
  });

  it("no exception outlives its door", () => {
    const names = new Set([...pages(), ...routes(), ...actions()].map(({ name }) => name));
    const listed = Object.keys({ ...OTHER_ROUTES, ...OTHER_ACTIONS, ...PUBLIC_PAGES });
    expect(listed.filter((name) => !names.has(name))).toEqual([]);
  });

  it("the gateway has ears for what a client may say, and for nothing else", () => {
    expect(socketEars()).toEqual(
      socketEvents()
        .map(({ name }) => name)
        .sort(),
    );
  });

  it("reads the sources: it finds what is known to be there", () => {
    expect(pages().map(({ name }) => name)).toContain("page /inbox/[[...conversation]]");
    expect(routes().map(({ name }) => name)).toContain("DELETE /api/conversations/[conversationId]/assignment");
    expect(actions().map(({ name }) => name)).toContain("action deactivateAction");
  });
});
