import { describe, expect, it } from "vitest";
import { dangerRank } from "@/lib/contract/danger";
import { COST_PER_WORD, DANGER_RULES, DANGER_VOCABULARY } from "./danger-rules/all";
import { FIRST_SIGHT } from "./danger-corpus/held-out";
import type { CorpusLine } from "./danger-corpus/line";
import { DANGER_CORPUS } from "./danger-signals.corpus";
import { readDangerSignals } from "./danger-signals";
import { normalise } from "./normalise";

const LEVELS = ["F4", "F3", "F2", "F1", "F0"] as const;
const level = (text: string) => readDangerSignals(text).level;
const read = DANGER_CORPUS.map((line) => ({ ...line, heard: level(line.text) }));

interface Figures {
  precision: number;
  recall: number;
}
function figures(lines: typeof read, of: CorpusLine["level"]): Figures {
  const right = lines.filter((line) => line.level === of && line.heard === of).length;
  return {
    precision: right / lines.filter((line) => line.heard === of).length,
    recall: right / lines.filter((line) => line.level === of).length,
  };
}
const exact = (lines: typeof read) => lines.filter((line) => line.level === line.heard).length / lines.length;
const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(8);

function print(title: string, lines: typeof read): void {
  const rows = LEVELS.map((of) => {
    const { precision, recall } = figures(lines, of);
    return `  ${of}  ${String(lines.filter((line) => line.level === of).length).padStart(4)} lines  precision ${percent(precision)}  recall ${percent(recall)}\n`;
  });
  process.stdout.write(`\n${title}: ${lines.length} lines, exact ${percent(exact(lines)).trim()}\n${rows.join("")}`);
}

describe("the corpus", () => {
  const learnt = read.filter((line) => !line.heldOut);
  const heldOut = read.filter((line) => line.heldOut);

  it("is large and varied enough", () => {
    const atLeast = { F4: 60, F3: 80, F2: 70, F1: 40, F0: 90 };
    for (const of of LEVELS) expect(read.filter((line) => line.level === of).length).toBeGreaterThanOrEqual(atLeast[of]);
    expect(new Set(read.map((line) => line.text)).size).toBe(read.length);
    expect(heldOut.length).toBe(FIRST_SIGHT.lines);
  });

  it("prints its figures", () => {
    print("Danger signals, lines that taught the rules", learnt);
    print("Danger signals, held-out lines today (their F4 misses were corrected after the first reading)", heldOut);
    const rows = LEVELS.map(
      (of) => `  ${of}  precision ${percent(FIRST_SIGHT[of].precision)}  recall ${percent(FIRST_SIGHT[of].recall)}\n`,
    );
    process.stdout.write(
      `\nThe same held-out lines at first sight: exact ${percent(FIRST_SIGHT.exact).trim()}\n${rows.join("")}`,
    );
    expect(read.length).toBeGreaterThan(340);
  });

  it("no F4 line is missed", () => {
    expect(read.filter((line) => line.level === "F4" && line.heard !== "F4").map((line) => line.text)).toEqual([]);
  });

  it("no line of danger is heard as none, but for the few named here", () => {
    const silent = read.filter((line) => line.level !== "F0" && line.heard === "F0").map((line) => line.text);
    expect(silent).toEqual(["je refuse de retourner au college", "they laugh at me every day at school"]);
  });

  it.each(LEVELS)("%s: precision and recall stay where they are", (of) => {
    const { precision, recall } = figures(read, of);
    expect(precision).toBeGreaterThanOrEqual(0.96);
    expect(recall).toBeGreaterThanOrEqual(0.96);
  });

  it("held-out lines stay where they are", () => {
    expect(exact(heldOut)).toBeGreaterThanOrEqual(0.94);
    expect(exact(learnt)).toBeGreaterThanOrEqual(0.98);
  });

  it("no rule is a copied line", () => {
    const longest = Math.max(
      ...DANGER_RULES.flatMap((rule) =>
        rule.patterns.map((pattern) => pattern.split(/\s+/).filter((part) => !part.startsWith("~")).length),
      ),
    );
    expect(longest).toBeLessThanOrEqual(7);
  });
});

describe("reading", () => {
  it.each([
    ["jveux pas mourir", "F0"],
    ["j'ai jamais voulu me tuer", "F0"],
    ["j'ai plus envie de mourir", "F0"],
    ["j'ai plus envie de vivre", "F2"],
    ["j'en peux plus je veux mourir", "F2"],
    ["j'ai jamais eu autant envie de mourir", "F2"],
    ["je vais pas me rater cette fois", "F4"],
    ["jveux pas qu'il balance mes nudes", "F2"],
  ])("negation: %s → %s", (text, expected) => {
    expect(level(text)).toBe(expected);
  });

  it.each([
    ["mdr jsuis mort", "F0"],
    ["je suis mort de rire", "F0"],
    ["tu me tues", "F0"],
    ["je vais te tuer sur fortnite", "F0"],
    ["mort de rire mais en vrai je veux mourir", "F2"],
    ["ma mère va me tuer si elle voit mes notes", "F0"],
    ["je regarde un film ou elle se suicide", "F0"],
    ["je regarde un film et je veux mourir", "F2"],
    ["ma soeur dit qu'elle va se suicider comme dans la série", "F3"],
  ])("idioms, games, fiction: %s → %s", (text, expected) => {
    expect(level(text)).toBe(expected);
  });

  it.each([
    ["jveuxmourir", "F2"],
    ["JVEUX MOURIRRRR", "F2"],
    ["j v3ux m0ur1r", "F2"],
    ["jveux m o u r i r", "F2"],
    ["g envi de mourrir", "F2"],
    ["ma pote veut se tuer", "F2"],
    ["my friend wants to kill herself", "F2"],
  ])("spelling: %s → %s", (text, expected) => {
    expect(level(text)).toBe(expected);
  });

  it("says why and where", () => {
    const text = "salut, jveux mourir";
    const [signal] = readDangerSignals(text).signals;
    expect(signal?.code).toBe("suicide.ideas");
    expect(text.slice(signal?.span?.start, signal?.span?.end)).toBe("jveux mourir");
  });

  it("hears several messages together, but not the same old news again", () => {
    const first = readDangerSignals("je veux mourir");
    expect(first.factors).toContain("ideas");
    const second = readDangerSignals("j'ai les cachets devant moi", first.factors);
    expect(second.level).toBe("F4");
    expect(readDangerSignals("merci", second.factors).level).toBe("F0");
  });

  it("never answers FX, and signals come strongest first", () => {
    for (const line of DANGER_CORPUS) {
      const { level: heard, signals } = readDangerSignals(line.text);
      const ranks = signals.map((signal) => dangerRank(signal.level));
      expect(heard).not.toBe("FX");
      expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
    }
  });
});

describe("work is bounded by the number of words, whatever they are", () => {
  const hostile = [
    "je veux ",
    "a",
    "a ",
    "j ",
    "veux ",
    "me ",
    "il me frappe ",
    "pas ",
    "mourirmourir",
    "💊",
    "m o u r i r ",
    "'",
    "((((",
    "\u0301",
    "nudes photos ",
  ];
  it.each(hostile)("10,000 characters of %j", (unit) => {
    const text = unit.repeat(5_000 / unit.length);
    const words = normalise(text, DANGER_VOCABULARY).length;
    const { steps } = readDangerSignals(text);
    expect(words).toBeLessThanOrEqual(text.length);
    expect(steps).toBeLessThanOrEqual(words * COST_PER_WORD);
    // Measured: 254 at the worst of these. Twice as much text is at most twice the work, and a margin for the ends.
    expect(steps).toBeLessThanOrEqual(words * 400);
    expect(readDangerSignals(text + text).steps).toBeLessThanOrEqual(2 * steps + 20_000);
  });
});
