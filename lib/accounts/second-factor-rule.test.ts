import { describe, expect, it } from "vitest";
import type { Role } from "@/lib/contract/roles";
import { lacksSecondFactor, requiresSecondFactor } from "./second-factor-rule";

const AT = new Date("2026-11-24T14:00:00Z");

describe("second factor", () => {
  it.each<[Role[], boolean, boolean]>([
    [["administrator"], false, true],
    [["listener", "supervisor"], false, true],
    [["listener", "psychologist", "jurist", "digital", "planner"], false, false],
    [["administrator", "supervisor"], true, false],
  ])("%j, demonstration %s: required %s", (roles, demo, required) => expect(requiresSecondFactor(roles, demo)).toBe(required));

  it.each<[string, Parameters<typeof lacksSecondFactor>[0], boolean]>([
    ["required, never enrolled", { roles: ["supervisor"], confirmedAt: null, provenAt: null }, true],
    ["required, proven", { roles: ["supervisor"], confirmedAt: AT, provenAt: AT }, false],
    ["not required, enrolled elsewhere", { roles: ["listener"], confirmedAt: AT, provenAt: null }, true],
    ["not required, never enrolled", { roles: ["listener"], confirmedAt: null, provenAt: null }, false],
  ])("%s", (_, session, lacking) => expect(lacksSecondFactor(session, false)).toBe(lacking));
});
