import { parse, TYPE, type MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { DANGER_LEVELS, DANGER_QUESTIONS } from "@/lib/contract/danger";
import { REFUSALS } from "@/lib/contract/refusals";
import { CHANNELS, LANGUAGES, ROLES, SKILLS, SOURCES } from "@/lib/contract/roles";
import type { ConversationState, MarkerCode } from "@/lib/contract/views";
import en from "@/messages/en.json";
import fr from "@/messages/fr.json";

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ""): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") all.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) all.set(inner, text);
  }
  return all;
}

function inside(element: MessageFormatElement): string[] {
  switch (element.type) {
    case TYPE.literal:
    case TYPE.pound:
      return [];
    case TYPE.plural:
    case TYPE.select:
      return [element.value, ...Object.values(element.options).flatMap((option) => option.value.flatMap(inside))];
    case TYPE.tag:
      return [`<${element.value}>`, ...element.children.flatMap(inside)];
    default:
      return [element.value];
  }
}

/** Arguments and tags of an ICU message; throws when it does not parse. */
function argumentsOf(message: string): string[] {
  return [...new Set(parse(message).flatMap(inside))].sort();
}

const french = flatten(fr);
const english = flatten(en);

// A record and not an array: a new marker does not compile here until it is listed.
const MARKERS: Record<MarkerCode, true> = {
  "person-asked": true,
  taken: true,
  "handed-over": true,
  "back-in-queue": true,
  closed: true,
  "closed-by-visitor": true,
  "closed-hours": true,
};
const STATES: Record<ConversationState, true> = { bot: true, waiting: true, active: true, closed: true };

describe("messages", () => {
  it("have the same keys in both languages", () => {
    expect([...english.keys()].sort()).toEqual([...french.keys()].sort());
  });

  it("parse, and take the same arguments in both languages", () => {
    for (const [key, text] of french) expect([key, argumentsOf(english.get(key) ?? "")]).toEqual([key, argumentsOf(text)]);
  });

  it("are never empty and never plain ASCII quotes", () => {
    for (const [key, text] of [...french, ...english]) {
      expect(text.trim(), key).not.toBe("");
      expect(/\w'\w|\.\.\./.test(text), `${key}: use ’ and …`).toBe(false);
    }
  });

  it.each<[keyof typeof fr, readonly string[], string?]>([
    ["refusals", [...Object.keys(REFUSALS), "internal"]],
    ["markers", Object.keys(MARKERS)],
    ["roles", ROLES],
    ["skills", SKILLS],
    ["channels", CHANNELS],
    ["sources", SOURCES],
    ["languages", LANGUAGES],
    ["states", Object.keys(STATES)],
    ["danger", DANGER_LEVELS, "words."],
    ["danger", DANGER_QUESTIONS, "questions."],
  ])("%s: every code of the contract has words", (room, codes, below = "") => {
    expect(codes.filter((code) => !french.has(`${room}.${below}${code}`))).toEqual([]);
  });
});
