import { expect, it } from "vitest";
import type { CannedReplyView } from "@/lib/contract/views";
import { askedFor, findCanned, insertCanned } from "./find-canned";

const canned = (shortcut: string, title: string, language: "fr" | "en" = "fr"): CannedReplyView => ({
  id: shortcut + language,
  shortcut,
  title,
  text: `texte ${shortcut}`,
  language,
});
const ALL = [canned("preuves", "Garder les preuves"), canned("payer", "Ne pas payer"), canned("preuves", "Keep", "en")];

it.each([
  ["/", 1, ""],
  ["Bonjour /pre", 12, "pre"],
  ["ligne\n/pa", 9, "pa"],
  ["et/ou", 5, null],
  ["https://exemple", 15, null],
  ["/pre suite", 10, null],
])("%j with the caret at %i asks for %j", (text, caret, asked) => {
  expect(askedFor(text, caret)).toBe(asked);
});

it("finds by shortcut or title, accents forgiven, the person's language first", () => {
  expect(findCanned(ALL, "pre", "fr").map(({ language }) => language)).toEqual(["fr", "en"]);
  expect(findCanned(ALL, "pre", "en").map(({ language }) => language)).toEqual(["en", "fr"]);
  expect(findCanned(ALL, "garder", "fr")).toHaveLength(1);
  expect(findCanned(ALL, "zzz", "fr")).toEqual([]);
});

it("replaces the asked-for word and keeps what stands around it", () => {
  expect(insertCanned("Bonjour /pre suite", 12, "X")).toEqual({ text: "Bonjour X suite", caret: 9 });
});
