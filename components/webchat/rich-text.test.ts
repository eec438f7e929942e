import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keepPunctuation, richText } from "./rich-text";

const links = (text: string) => richText(text).flatMap((part) => (part.kind === "link" ? [part.href] : []));

describe("richText", () => {
  it.each([
    ["Appelle le 3114, jour et nuit.", ["tel:3114"]],
    ["Envoie un SMS au 114.", ["sms:114"]],
    ["Le 116 006 ou le 119 (enfance).", ["tel:116006", "tel:119"]],
    ["Regarde https://www.e-enfance.org/aide?x=1.", ["https://www.e-enfance.org/aide?x=1"]],
    ["(voir https://3018.fr/chat)", ["https://3018.fr/chat"]],
    ["il a 17 ans et demande 119,50 ou 112€", []],
    ["le 15 ou le 17", []],
    ["numéro 06 31 14 30 18", []],
    ["javascript:alert(1) ftp://x", []],
  ])("%s", (text, expected) => {
    expect(links(text)).toEqual(expected);
  });

  it("loses and invents nothing, and links only to the web and to the phone", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("3114", "119", " ", "http://", "a.b", ",", "é", "6")), (pieces) => {
        const text = pieces.join("");
        expect(
          richText(text)
            .map((part) => part.text)
            .join(""),
        ).toBe(text);
        for (const href of links(text)) expect(href).toMatch(/^(https?:\/\/|tel:\d|sms:\d)/);
      }),
    );
  });
});

describe("keepPunctuation", () => {
  it.each([
    ["Tu es seul ?", "Tu es seul\u00a0?"],
    ["« non » !", "«\u00a0non\u00a0»\u00a0!"],
    ["are you alone?", "are you alone?"],
    [": en début", ": en début"],
  ])("%s", (typed, shown) => {
    expect(keepPunctuation(typed)).toBe(shown);
  });
});
