import { describe, expect, it } from "vitest";
import { normalise } from "./normalise";
import { compilePattern, firstWords, matchAt, patternWords } from "./word-pattern";

const lexicon = { die: "mourir crever en+finir", deep: "@die sauter" };
function found(source: string, text: string): string | null {
  const pattern = compilePattern(source, lexicon);
  const tokens = normalise(text, new Set(patternWords(pattern)));
  for (let at = 0; at < tokens.length; at += 1) {
    const match = matchAt(pattern, tokens, at, { steps: 0 });
    if (match) return text.slice(tokens[match.from]?.start, tokens[match.to - 1]?.end);
  }
  return null;
}

describe("word patterns", () => {
  it.each([
    ["veux mourir", "je veux mourir", "veux mourir"],
    ["veux ~2 mourir", "je veux juste vraiment mourir", "veux juste vraiment mourir"],
    ["veux ~1 mourir", "je veux juste vraiment mourir", null],
    ["veux ~3 mourir", "je veux dormir. mourir", null],
    ["veux ~3 mourir", "je veux dormir, mourir", "veux dormir, mourir"],
    ["veux|vais @die", "je vais en finir", "vais en finir"],
    ["vais @deep", "jvais sauter", "jvais sauter"],
    ["veux @die+ici", "je veux en finir ici.", "veux en finir ici"],
    ["je ne? veux", "je ne veux", "je ne veux"],
    ["je ne? veux", "je veux", "je veux"],
    ["suicid*", "elle est suicidaire", "suicidaire"],
    ["ce+soir", "ce matin", null],
  ])("%s in %s", (source, text, expected) => {
    expect(found(source, text)).toBe(expected);
  });

  it("knows the words it can begin with", () => {
    expect(firstWords(compilePattern("ne? veux ~2 mourir"))).toEqual(["ne", "veu"]);
    expect(firstWords(compilePattern("suicid* pas"))).toBeNull();
  });

  it("refuses a list nobody wrote", () => {
    expect(() => compilePattern("veux @nothing", lexicon)).toThrow("@nothing");
  });
});
