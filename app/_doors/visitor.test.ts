import { describe, expect, it } from "vitest";
import { visitorIdentity } from "./visitor";

const VALUE = "a".repeat(43);

describe("visitorIdentity", () => {
  it.each([
    ["the cookie alone", `chat_3018=${VALUE}`, VALUE],
    ["among others", `locale=en; chat_3018=${VALUE}; x=1`, VALUE],
    ["none", "locale=en", null],
    ["no header", null, null],
    ["another form", "chat_3018=short", null],
    ["a name that only begins like it", `chat_3018x=${VALUE}`, null],
    // Left in a hurry without a network: the HttpOnly cookie is still there, and must not open the thread again.
    ["left before it", `chat_left=1; chat_3018=${VALUE}`, null],
    ["left after it", `chat_3018=${VALUE}; chat_left=1`, null],
  ])("%s", (_, cookies, identity) => {
    expect(visitorIdentity(cookies)).toBe(identity);
  });

  it("over https is what this host alone can have set: a cookie planted by a neighbour is not read", () => {
    expect(visitorIdentity(`chat_3018=${VALUE}`, true)).toBeNull();
    expect(visitorIdentity(`chat_3018=${VALUE}; __Host-chat_3018=${"b".repeat(43)}`, true)).toBe("b".repeat(43));
    expect(visitorIdentity(`__Host-chat_3018=${VALUE}`, false)).toBeNull();
  });
});
