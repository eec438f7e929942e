import { describe, expect, it } from "vitest";
import { AXES, isAxisCode, labelOf, REQUIRED_AT_CLOSING, TAXONOMY, taxonomyEntry } from "./taxonomy";
import type { TaxonomyEntry } from "./taxonomy/entry";
import { MOTIF_FAMILIES, MOTIFS } from "./taxonomy/motifs";
import { PLATFORM_TYPES, PLATFORMS } from "./taxonomy/platforms";

describe("taxonomy", () => {
  it.each(AXES)("%s: codes are unique and in kebab case", (axis) => {
    const codes = TAXONOMY[axis].map((entry) => entry.code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)?$/);
  });

  it.each(AXES)("%s: every entry has its words in both languages, all different", (axis) => {
    const entries: readonly TaxonomyEntry[] = TAXONOMY[axis];
    for (const locale of ["fr", "en"] as const) {
      const labels = entries.map((entry) => entry.labels[locale].trim());
      expect(labels.filter((label) => label === "")).toEqual([]);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });

  it("a motif's code begins with its family, and no family is empty", () => {
    for (const motif of MOTIFS) expect(motif.code.split(".")[0]).toBe(motif.family);
    expect([...new Set(MOTIFS.map((motif) => motif.family))]).toEqual(Object.keys(MOTIF_FAMILIES));
  });

  it("no platform type is empty", () => {
    expect(new Set(PLATFORMS.map((platform) => platform.type))).toEqual(new Set(Object.keys(PLATFORM_TYPES)));
  });

  it("finds, tells and names codes", () => {
    expect(taxonomyEntry("motif", "intime.sextorsion-argent")?.family).toBe("intime");
    expect(taxonomyEntry("platform", "snapchat")?.type).toBe("social");
    expect(taxonomyEntry("motif", "snapchat")).toBeUndefined();
    expect(isAxisCode("age", "13-14")).toBe(true);
    expect(isAxisCode("age", "13")).toBe(false);
    expect(labelOf("role", "parent", "en")).toBe("Parent, guardian");
    expect(labelOf("role", "unheard-of", "fr")).toBe("unheard-of");
  });

  it("asks for five things at closing", () => {
    expect(REQUIRED_AT_CLOSING).toEqual(["motif", "role", "age", "danger", "outcome"]);
  });
});
