import { describe, expect, it } from "vitest";
import { MOTIFS } from "@/lib/contract/taxonomy/motifs";
import { assertScript, checkScript, type ScriptProblem } from "./check-script";
import { SCRIPT } from "./script";
import { PERSON, PERSON_TITLE, sheetStep, type Script, type Step } from "./script-shape";

const person = { title: PERSON_TITLE, to: PERSON };
const on = { title: { fr: "Suite", en: "On" }, to: "two" };
const back = { title: { fr: "Retour", en: "Back" }, to: "one" };
const text = { fr: "Bonjour", en: "Hello" };
const one: Step = { id: "one", say: [text], replies: [on, person] };
const two: Step = { id: "two", say: [text], replies: [back, person] };
const sound: Script = { ...SCRIPT, start: "one", menu: "one", steps: { one, two } };
const withOne = (change: Partial<Step>): Script => ({ ...sound, steps: { one: { ...one, ...change }, two } });
const title = (fr: string, to: string) => ({ title: { fr, en: fr }, to });

describe("the script", () => {
  it("is sound", () => {
    expect(checkScript(SCRIPT)).toEqual([]);
  });

  it("has a step for the sheet of every motif", () => {
    expect(MOTIFS.filter((motif) => !SCRIPT.steps[sheetStep(motif.code)]).map((motif) => motif.code)).toEqual([]);
  });

  it("says it is a robot in the first line, in both languages", () => {
    expect(SCRIPT.steps[SCRIPT.start]?.say[0]?.fr).toContain("robot");
    expect(SCRIPT.steps[SCRIPT.start]?.say[0]?.en).toContain("robot");
    expect(SCRIPT.words.comeBack.fr).toContain("robot");
    expect(SCRIPT.words.comeBack.en).toContain("robot");
  });
});

describe("checkScript", () => {
  it.each<[ScriptProblem["code"], string, Script]>([
    ["unknown-target", "one", withOne({ replies: [title("Ailleurs", "nowhere"), on, person] })],
    ["dead-end", "one", withOne({ replies: [person] })],
    ["dead-end", "one", withOne({ replies: [title("Encore", "one"), person] })],
    ["unreachable", "two", withOne({ replies: [title("Encore", "one"), person] })],
    ["no-person", "one", withOne({ replies: [on] })],
    ["missing-language", "one", withOne({ say: [{ fr: "Bonjour", en: " " }] })],
    ["missing-language", "one", withOne({ say: [] })],
    ["missing-language", "one", withOne({ replies: [on, { title: { fr: "", en: "x" }, to: "two" }, person] })],
    ["long-title", "one", withOne({ replies: [title("Vingt-et-un caractère", "two"), person] })],
    ["same-title", "one", withOne({ replies: [on, title("Suite", "one"), person] })],
    ["many-replies", "one", withOne({ replies: [...Array.from({ length: 13 }, (_, i) => title(`n${i}`, "two")), person] })],
    ["long-text", "one", withOne({ say: [{ fr: "a".repeat(1001), en: "b" }] })],
    ["unknown-placeholder", "one", withOne({ say: [{ fr: "Appelle le {polise}", en: "b" }] })],
    ["wrong-id", "one", withOne({ id: "eins" })],
    ["no-start", "gone", { ...sound, start: "gone" }],
    ["missing-language", "words.robot", { ...sound, words: { ...SCRIPT.words, robot: { fr: "", en: "Hi" } } }],
  ])("finds %s at %s", (code, step, script) => {
    expect(checkScript(sound)).toEqual([]);
    expect(checkScript(script).filter((problem) => problem.code === code && problem.step === step)).not.toEqual([]);
    expect(() => assertScript(script)).toThrow(code);
  });

  it("a step reached only by words is not unreachable", () => {
    const spoken: Step = { ...two, id: "spoken", byWords: true };
    expect(checkScript({ ...sound, steps: { one, two, spoken } })).toEqual([]);
  });
});
