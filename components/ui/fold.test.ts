import { describe, expect, it } from "vitest";
import { fold, matches } from "./fold";

describe("search in a list", () => {
  it("forgets accents and capitals", () => {
    expect(fold("Numérique À Ç")).toBe("numerique a c");
  });

  it.each([
    ["", "Menace de diffusion", true],
    ["dif men", "Menace de diffusion", true],
    ["ÉCOLE", "à l’ecole", true],
    ["ffusion", "Menace de diffusion", false],
    ["menace argent", "Menace de diffusion", false],
    ["4217", "Visiteur 4217", true],
    ["  ", "Visiteur", true],
  ])("%s in %s: %s", (query, text, found) => {
    expect(matches(query, text)).toBe(found);
  });
});
