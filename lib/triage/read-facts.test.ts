import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAxisCode } from "@/lib/contract/taxonomy";
import { ageBand, readFacts, type Facts } from "./read-facts";

describe("readFacts", () => {
  it.each<[string, Facts]>([
    ["j'ai 13 ans", { age: "13-14" }],
    ["g 9 an", {}],
    ["jai 9 ans", { age: "9-10" }],
    ["13", { age: "13-14" }],
    ["16 ans", { age: "15-17" }],
    ["i'm 15", { age: "15-17" }],
    ["je suis sa mère", { role: "parent" }],
    ["jsuis le papa de Léo", { role: "parent" }],
    ["ma fille de 12 ans est harcelée", { role: "parent", age: "11-12" }],
    ["j'ai 45 ans et mon fils a 8 ans", { role: "parent", age: "0-8" }],
    ["je suis sa mère j'ai 42 ans", { role: "parent" }],
    ["je suis prof, une de mes élèves de 14 ans", { role: "pro-education", age: "13-14" }],
    ["je suis éducatrice dans un foyer", { role: "pro-sante-social" }],
    ["ma meilleure amie se fait harceler sur insta", { role: "temoin-pair", platforms: ["instagram"] }],
    ["mon petit frère se fait insulter", { role: "proche" }],
    ["on m'insulte sur snap et tiktok", { role: "victime", platforms: ["snapchat", "tiktok"] }],
    ["sur snap", { platforms: ["snapchat"] }],
    ["sur fortnite et discord", { platforms: ["jeu-en-ligne", "discord"] }],
    ["dans la cour", { platforms: ["hors-ligne"] }],
    ["un homme de 40 ans", {}],
    ["il a 26 ans", {}],
    ["j'ai 300 abonnés", {}],
    ["j'ai 2 frères", {}],
    ["salut", {}],
  ])("%s", (text, facts) => {
    expect(readFacts(text)).toEqual(facts);
  });

  it("only ever answers with codes of the taxonomy", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const { age, role, platforms = [] } = readFacts(text);
        expect(age === undefined || isAxisCode("age", age)).toBe(true);
        expect(role === undefined || isAxisCode("role", role)).toBe(true);
        expect(platforms.every((code) => isAxisCode("platform", code))).toBe(true);
      }),
    );
  });
});

describe("ageBand", () => {
  it.each([
    [2, undefined],
    [3, "0-8"],
    [8, "0-8"],
    [9, "9-10"],
    [12, "11-12"],
    [13, "13-14"],
    [15, "15-17"],
    [17, "15-17"],
    [18, "18-25"],
    [25, "18-25"],
    [26, "26-plus"],
    [99, "26-plus"],
    [100, undefined],
    [13.5, undefined],
  ] as const)("%s → %s", (age, band) => {
    expect(ageBand(age)).toBe(band);
  });
});
