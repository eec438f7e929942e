import { describe, expect, it } from "vitest";
import { readIntents, wantsPerson } from "./read-intent";

describe("wantsPerson", () => {
  it.each([
    "parler a qqn",
    "je veux parler à quelqu'un",
    "un humain",
    "quelqu'un de vrai",
    "jpeux parler a une vraie personne",
    "passez moi un conseiller",
    "jveux pas parler à un robot",
    "ya quelqu'un ?",
    "vous pouvez me rappeler ? rappelez moi",
    "i want to talk to a human",
    "is anyone there",
  ])("yes: %s", (text) => {
    expect(wantsPerson(text)).toBe(true);
  });

  it.each([
    "j'ai pas envie de parler à quelqu'un",
    "personne ne m'aime",
    "salut",
    "quelqu'un a volé mon compte",
    "t'es un robot ?",
    "merci",
  ])("no: %s", (text) => {
    expect(wantsPerson(text)).toBe(false);
  });
});

describe("readIntents", () => {
  it.each([
    ["t'es un robot ?", "about"],
    ["c'est gratuit ?", "about"],
    ["est ce que mes parents vont le savoir", "about"],
    ["merci bcp", "thanks"],
    ["slt", "greeting"],
    ["ouais", "yes"],
    ["nan", "no"],
    ["autre sujet", "menu"],
  ] as const)("%s → %s", (text, intent) => {
    expect(readIntents(text)[0]).toBe(intent);
  });
});
