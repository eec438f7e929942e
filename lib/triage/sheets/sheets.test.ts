import { describe, expect, it } from "vitest";
import { MOTIFS } from "@/lib/contract/taxonomy/motifs";
import { PLACEHOLDERS } from "../numbers";
import { SHEETS } from "./all";

const known: readonly string[] = PLACEHOLDERS;
const BLAME = /tu aurais dû|tu n’aurais pas dû|you should have|you shouldn’t have|à cause de toi|ta faute d/i;
const NUMBER = /\b(3018|3114|11[2-9]|17|15|116)\b/;

describe("sheets", () => {
  it("every motif of the taxonomy has one sheet, and no sheet is without motif", () => {
    expect(SHEETS.map((sheet) => sheet.motif)).toEqual(MOTIFS.map((motif) => motif.code));
  });

  it.each(SHEETS.map((sheet) => [sheet.motif, sheet] as const))("%s", (_motif, sheet) => {
    for (const locale of ["fr", "en"] as const) {
      const lines = sheet.lines[locale];
      expect(lines.length).toBeGreaterThanOrEqual(3);
      expect(lines.length).toBeLessThanOrEqual(6);
      // A message of Instagram holds 1,000 characters.
      expect(lines.join("\n• ").length).toBeLessThan(900);
      expect(sheet.button[locale].length).toBeLessThanOrEqual(20);
      const text = lines.join(" ");
      expect(text).not.toMatch(BLAME);
      expect(text, "numbers are settings").not.toMatch(NUMBER);
      for (const [, name] of text.matchAll(/\{([^}]*)\}/g)) expect(known).toContain(name);
    }
    expect(sheet.lines.en.length).toBe(sheet.lines.fr.length);
  });

  it("never asks for an image", () => {
    const ask = /(envoie|montre)(-| )(moi|nous)|send (me|us)|show (me|us)/i;
    for (const sheet of SHEETS) expect([...sheet.lines.fr, ...sheet.lines.en].filter((line) => ask.test(line))).toEqual([]);
  });

  it("where an image is spread, says not to send it, not even here", () => {
    for (const motif of ["intime.diffusion", "intime.montage", "intime.sextorsion-contenus", "predation.contenu-pedocriminel"]) {
      const sheet = SHEETS.find((one) => one.motif === motif);
      expect(sheet?.lines.fr.join(" ")).toMatch(/même pas ici|ni à nous|même pas à nous/);
      expect(sheet?.lines.en.join(" ")).toMatch(/not even here|nor to us|not even us/);
    }
  });
});
