import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeNext } from "./safe-next";

describe("where to go after sign-in", () => {
  it.each([
    ["/inbox", "/inbox"],
    ["/inbox/0190?tab=notes&x=%2F%2F", "/inbox/0190?tab=notes&x=%2F%2F"],
    ["/inbox?_rsc=1abc", "/inbox"],
    ["/inbox#thread", "/inbox"],
    ["/sign-in-help", "/sign-in-help"],
  ])("goes to %j", (next, expected) => expect(safeNext(next)).toBe(expected));

  it.each([
    undefined,
    null,
    ["/inbox"],
    "",
    "inbox",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    " //evil.example",
    "/..//evil.example",
    "/.//evil.example",
    "/a/..//evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "http:/evil.example",
    "/sign-in",
    "/sign-in?next=/inbox",
    "/api/auth/signout",
    `/${"a".repeat(600)}`,
  ])("stays at home instead of %j", (next) => expect(safeNext(next)).toBe("/"));

  it("never leaves this site, whatever stands there", () => {
    const spice = fc.array(
      fc.constantFrom("/", "\\", ".", "..", "@", ":", "//", "%2f", "%5c", "\t", "\n", "evil.example", "http:", "a"),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          spice.map((parts) => parts.join("")),
          spice.map((parts) => `/${parts.join("")}`),
        ),
        (next) => {
          expect(new URL(safeNext(next), "https://helpdesk.example").origin).toBe("https://helpdesk.example");
        },
      ),
      { numRuns: 2000 },
    );
  });
});
