import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalise, stem } from "./normalise";

const vocabulary = new Set(["je", "veu", "mourir", "me", "tue", "suicide", "plu", "vivre", "de", "envie"].map(stem));
const words = (text: string) => normalise(text, vocabulary).map((token) => token.word);

describe("normalise", () => {
  it.each([
    ["je veux mourir", ["je", "veu", "mourir"]],
    ["JE VEUX MOURIR!!!", ["je", "veu", "mourir"]],
    ["jveu mourrir", ["je", "veu", "mourir"]],
    ["jveuxmourir", ["je", "veu", "mourir"]],
    ["#jeveuxmourir", ["je", "veu", "mourir"]],
    ["mouriiiiir", ["mourir"]],
    ["m o u r i r", ["mourir"]],
    ["m.o.u.r.i.r", ["mourir"]],
    ["m0ur1r", ["mourir"]],
    ["su1c1de", ["suicide"]],
    ["mtuer", ["m", "tue"]],
    ["j'ai envi", ["j", "ai", "envie"]],
    ["g envi", ["j", "ai", "envie"]],
    ["13ans", ["13", "an"].map((w) => (w === "an" ? "ans" : w))],
    ["22 ans 33 ans", ["22", "ans", "33", "ans"]],
    ["je suis là", ["je", "sui", "ici"]],
    ["la photo", ["la", "photo"]],
    ["i don't", ["i", "don", "not"]],
    ["💊", ["cachet"]],
    ["", []],
    ["...", []],
  ])("%s", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it("keeps blade and cute, fish and poison, violent and viol apart", () => {
    expect(new Set(["cutter", "cute", "poisson", "poison", "violent", "viol"].map(stem)).size).toBe(6);
  });

  it("marks where a sentence ends and where a pause stands", () => {
    expect(normalise("je veux, mourir. vivre", vocabulary).map((token) => token.pause)).toEqual([0, 0, 1, 2]);
  });

  it("every word points at the letters it was read from", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        for (const token of normalise(text, vocabulary)) {
          expect(token.start).toBeLessThan(token.end);
          expect(token.end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
