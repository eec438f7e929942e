import { describe, expect, it } from "vitest";
import type { Role } from "@/lib/contract/roles";
import { navItems } from "./nav-items";

const staff = (roles: Role[], secondFactorMissing = false) =>
  ({ kind: "staff", id: "1", name: "Camille", roles, skills: [], sessionId: "s", secondFactorMissing }) as const;
const keys = (...given: Parameters<typeof staff>) => navItems(staff(...given)).map((item) => item.key);

describe("navigation", () => {
  it("shows each role its pages and no other", () => {
    expect(keys(["listener"])).toEqual(["inbox"]);
    expect(keys(["supervisor"])).toEqual(["inbox"]);
    expect(keys(["administrator"])).toEqual(["admin"]);
    expect(keys(["jurist", "administrator"])).toEqual(["inbox", "admin"]);
  });

  it("shows nothing to nobody, nor before the second factor", () => {
    expect(navItems({ kind: "nobody" })).toEqual([]);
    expect(keys(["supervisor"], true)).toEqual([]);
  });
});
