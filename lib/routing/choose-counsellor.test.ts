import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DANGER_LEVELS } from "@/lib/contract/danger";
import { LANGUAGES, SKILLS } from "@/lib/contract/roles";
import { chooseCounsellor, type WorkItem } from "./choose-counsellor";
import type { CrewMember } from "./crew";

const NOW = new Date("2026-11-24T14:00:00Z");
const REST = 45_000;
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);

const member = (id: string, given: Partial<CrewMember> = {}): CrewMember => ({
  id,
  name: id.toUpperCase(),
  skills: ["listening"],
  languages: ["fr"],
  capacity: 3,
  load: 0,
  onDuty: true,
  present: true,
  paused: false,
  idleSince: ago(60),
  ...given,
});
const item = (given: Partial<WorkItem> = {}): WorkItem => ({
  conversationId: "c",
  danger: "F1",
  skill: "listening",
  language: "fr",
  relay: null,
  passed: new Map(),
  ...given,
});
const choose = (wanted: WorkItem, crew: CrewMember[]) => chooseCounsellor(wanted, crew, NOW, REST);
const chosen = (wanted: WorkItem, crew: CrewMember[]) => choose(wanted, crew).explanation.chosen?.id ?? null;

describe("chooseCounsellor", () => {
  it.each<[string, Partial<WorkItem>, CrewMember[], string | null]>([
    ["nobody works", {}, [], null],
    ["not on duty", {}, [member("a", { onDuty: false })], null],
    ["not present", {}, [member("a", { present: false })], null],
    ["paused", {}, [member("a", { paused: true })], null],
    ["full", {}, [member("a", { load: 3 })], null],
    ["no capacity at all", {}, [member("a", { capacity: 0 })], null],
    ["least loaded", {}, [member("a", { load: 2 }), member("b", { load: 1 })], "b"],
    ["longest idle among equals", {}, [member("a", { idleSince: ago(60) }), member("b", { idleSince: ago(600) })], "b"],
    ["idle before one who never was", {}, [member("a", { idleSince: null }), member("b")], "b"],
    ["language before load", { language: "en" }, [member("a"), member("b", { languages: ["fr", "en"], load: 2 })], "b"],
    ["without the language rather than nobody", { language: "en" }, [member("a")], "a"],
    ["the same facts, the same choice", {}, [member("b"), member("a")], "a"],
    ["the skill it needs", { skill: "legal" }, [member("a"), member("b", { skills: ["legal"], load: 2 })], "b"],
    ["listening is everybody's", { skill: "listening" }, [member("a", { skills: ["legal"] })], "a"],
    ["a specialist on duty is waited for", { skill: "legal" }, [member("a"), member("b", { skills: ["legal"], load: 3 })], null],
    ["even one who is away", { skill: "legal" }, [member("a"), member("b", { skills: ["legal"], present: false })], null],
    [
      "no specialist on duty: who listens",
      { skill: "legal" },
      [member("a"), member("b", { skills: ["legal"], onDuty: false })],
      "a",
    ],
    [
      "imminent danger does not wait for a specialist",
      { skill: "psychological", danger: "F4" },
      [member("a"), member("b", { skills: ["psychological"], load: 3 })],
      "a",
    ],
    [
      "but goes to one who is free",
      { skill: "psychological", danger: "F4" },
      [member("a"), member("b", { skills: ["psychological"], load: 2 })],
      "b",
    ],
    ["who let it pass comes last", { passed: new Map([["a", ago(300)]]) }, [member("a"), member("b", { load: 2 })], "b"],
    ["and is asked again when all have", { passed: new Map([["a", ago(300)]]) }, [member("a")], "a"],
    ["but not in the same breath", { passed: new Map([["a", ago(10)]]) }, [member("a")], null],
    [
      "of all who have, the one longest ago",
      { passed: new Map([["a", ago(100)], ["b", ago(300)]]) }, // prettier-ignore
      [member("a"), member("b", { load: 2 })],
      "b",
    ],
    ["a relay not back to its sender", { relay: { id: "r", fromId: "a", toId: null } }, [member("a"), member("b")], "b"],
    [
      "a relay to one person, to nobody else",
      { relay: { id: "r", fromId: "a", toId: "c" } },
      [member("b"), member("c", { load: 2 })],
      "c",
    ],
    [
      "and waits while they are full",
      { relay: { id: "r", fromId: "a", toId: "c" } },
      [member("b"), member("c", { load: 3 })],
      null,
    ],
    ["to one person, whatever their skills", { skill: "legal", relay: { id: "r", fromId: "a", toId: "c" } }, [member("c")], "c"],
    ["a relay to a skill nobody has waits", { skill: "legal", relay: { id: "r", fromId: "a", toId: null } }, [member("b")], null],
  ])("%s", (_name, wanted, crew, expected) => {
    expect(chosen(item(wanted), crew)).toBe(expected);
  });

  it("says why: who was in question, and what stood against the others", () => {
    const crew = [
      member("a", { load: 3 }),
      member("b", { paused: true }),
      member("c", { onDuty: false }),
      member("d", { present: false }),
      member("e", { skills: ["legal"], load: 1 }),
      member("f", { onDuty: false, present: false }),
      member("g", { skills: ["legal"] }),
    ];
    const { explanation } = choose(item({ skill: "legal", passed: new Map([["g", ago(1)]]) }), crew);
    expect(explanation).toMatchObject({ chosen: { id: "e", name: "E" }, how: "offered", skill: "legal", skillFallback: false });
    expect(explanation.candidates).toEqual([
      {
        person: { id: "e", name: "E" },
        load: 1,
        capacity: 3,
        idleSince: ago(60).toISOString(),
        skillMatch: true,
        languageMatch: true,
        letPass: false,
      },
    ]);
    expect(Object.fromEntries(explanation.excluded.map(({ person, why }) => [person.id, why]))).toEqual({
      a: "skill",
      b: "paused",
      c: "not-on-duty",
      d: "not-present",
      g: "let-pass",
    });
  });

  it("states the fallback", () => {
    const { explanation } = choose(item({ skill: "legal" }), [member("a")]);
    expect(explanation).toMatchObject({ skillFallback: true, candidates: [{ skillMatch: false }] });
  });

  it("says when somebody may be asked again", () => {
    const passed = new Map([["a", ago(10)], ["b", ago(30)]]); // prettier-ignore
    expect(choose(item({ passed }), [member("a"), member("b")]).askAgainAt).toEqual(ago(-15));
    expect(choose(item({ passed }), [member("a", { load: 3 })]).askAgainAt).toBeNull();
  });
});

const anyMember = fc.record({
  skills: fc.subarray([...SKILLS]),
  languages: fc.subarray([...LANGUAGES]),
  capacity: fc.nat(3),
  load: fc.nat(4),
  onDuty: fc.boolean(),
  present: fc.boolean(),
  paused: fc.boolean(),
  idleSince: fc.option(fc.nat(5000).map(ago)),
});
const anyCrew = fc.array(anyMember, { maxLength: 8 }).map((list) => list.map((given, index) => member(`p${index}`, given)));
const anyItem = fc
  .record({
    danger: fc.constantFrom(...DANGER_LEVELS),
    skill: fc.constantFrom(...SKILLS),
    language: fc.constantFrom(...LANGUAGES),
    passed: fc.dictionary(fc.constantFrom("p0", "p1", "p2", "p3"), fc.nat(200).map(ago)),
    relay: fc.option(
      fc.record({ id: fc.constant("r"), fromId: fc.constant("p0"), toId: fc.option(fc.constantFrom("p1", "p2")) }),
    ),
  })
  .map((given) => item({ ...given, passed: new Map(Object.entries(given.passed)) }));

describe("chooseCounsellor, whatever the facts", () => {
  it("never chooses anybody who is not there or has no room", () => {
    fc.assert(
      fc.property(anyItem, anyCrew, (wanted, crew) => {
        const id = chosen(wanted, crew);
        const person = crew.find((candidate) => candidate.id === id);
        return id === null || (!!person && person.onDuty && person.present && !person.paused && person.load < person.capacity);
      }),
    );
  });

  it("does not depend on the order in which people are listed", () => {
    fc.assert(fc.property(anyItem, anyCrew, (wanted, crew) => chosen(wanted, crew) === chosen(wanted, [...crew].reverse())));
  });

  it("never leaves somebody waiting while a fresh person with the skill is free, and never gives a relay back", () => {
    fc.assert(
      fc.property(anyItem, anyCrew, (wanted, crew) => {
        const id = chosen(wanted, crew);
        if (wanted.relay) return id !== wanted.relay.fromId;
        const free = crew.some(
          (m) =>
            m.onDuty && m.present && !m.paused && m.load < m.capacity && !wanted.passed.has(m.id) &&
            (wanted.skill === "listening" || m.skills.includes(wanted.skill)), // prettier-ignore
        );
        return !free || (id !== null && !wanted.passed.has(id));
      }),
    );
  });

  it("accounts for everybody once", () => {
    fc.assert(
      fc.property(anyItem, anyCrew, (wanted, crew) => {
        const { candidates, excluded } = choose(wanted, crew).explanation;
        const named = [...candidates, ...excluded].map(({ person }) => person.id);
        return new Set(named).size === named.length && named.every((id) => crew.some((m) => m.id === id));
      }),
    );
  });
});
