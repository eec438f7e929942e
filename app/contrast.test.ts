import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Theme = "light" | "dark";
type Oklch = [lightness: number, chroma: number, hue: number];

const css = readFileSync(new URL("./globals.css", import.meta.url), "utf8");
const OKLCH = String.raw`oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)`;
const tokens = new Map(
  [...css.matchAll(new RegExp(String.raw`--color-([a-z0-9-]+): light-dark\(${OKLCH}, ${OKLCH}\)`, "g"))].map((match) => {
    const [, name = "", ...numbers] = match;
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers.map(Number);
    return [name, { light: [a, b, c] as Oklch, dark: [d, e, f] as Oklch }];
  }),
);

/** OKLCH to linear sRGB (CSS Color 4). */
function linearRgb([lightness, chroma, hue]: Oklch): [number, number, number] {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function colour(name: string, theme: Theme): [number, number, number] {
  const token = tokens.get(name);
  if (!token) throw new Error(`No colour called ${name}`);
  return linearRgb(token[theme]);
}

function luminance(name: string, theme: Theme): number {
  const [r, g, b] = colour(name, theme).map((channel) => Math.min(1, Math.max(0, channel)));
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function contrast(a: string, b: string, theme: Theme): number {
  const [dark = 0, light = 0] = [luminance(a, theme), luminance(b, theme)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const SURFACES = ["paper", "sheet", "well"];
const LEVELS = ["fx", "f0", "f1", "f2", "f3", "f4"];
const each = (texts: string[], surfaces: string[]) => texts.flatMap((text) => surfaces.map((on) => [text, on] as const));

/** Text on what it may stand on: 4.5:1. */
const TEXT = [
  ...each(["ink", "ink-soft", "accent", "waiting", "danger", "note", ...LEVELS], SURFACES),
  ...each(["ink", "ink-soft"], ["accent-tint", "waiting-tint", "danger-tint", "note-tint"]),
  ...each(LEVELS, ["accent-tint", "waiting-tint", "danger-tint", "note-tint"]),
  ...each(["accent"], ["accent-tint", "note-tint"]),
  ...each(["waiting"], ["waiting-tint", "accent-tint"]),
  ...each(["danger"], ["danger-tint", "accent-tint"]),
  ...each(["note"], ["note-tint"]),
  ...each(["on-accent"], ["accent-fill", "accent-fill-hover"]),
  ...each(["on-danger"], ["danger-fill", "danger-fill-hover"]),
  ...each(["on-note"], ["note-fill", "note-fill-hover"]),
  ...each(["on-waiting"], ["waiting-fill"]),
];
/** What is not text but must be seen to act: 3:1 (WCAG 1.4.11). */
const SHAPES = [
  ...each(["f3-fill", "f4-fill"], [...SURFACES, "accent-tint", "note-tint", "waiting-tint"]),
  ...each(["on-danger"], ["f4-fill"]),
  ...each(["edge", "focus"], [...SURFACES, "accent-tint", "note-tint"]),
  ...each(
    ["accent-fill", "note-fill"],
    SURFACES.filter((surface) => surface !== "well"),
  ),
];
/** Hairlines and veils carry no meaning of their own. */
const DECORATION = ["line", "note-line"];

describe.each(["light", "dark"] as const)("colours, %s", (theme) => {
  it.each(TEXT)("%s can be read on %s", (text, surface) => {
    expect(contrast(text, surface, theme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(SHAPES)("%s can be seen on %s", (shape, surface) => {
    expect(contrast(shape, surface, theme)).toBeGreaterThanOrEqual(3);
  });

  it.each([...tokens.keys()])("%s is a colour a plain screen can show, so that what is computed is what is seen", (name) => {
    for (const channel of colour(name, theme)) {
      expect(channel).toBeGreaterThan(-0.004);
      expect(channel).toBeLessThan(1.004);
    }
  });
});

describe("tokens", () => {
  it("are all read from the stylesheet, and every one is in a pair above", () => {
    const declared = [...css.matchAll(/--color-([a-z0-9-]+): light-dark/g)].map((match) => match[1]);
    const opaque = declared.filter((name) => name !== "scrim");
    expect([...tokens.keys()]).toEqual(opaque);
    const paired = new Set([...TEXT, ...SHAPES].flat().concat(DECORATION));
    expect(opaque.filter((name) => name !== undefined && !paired.has(name))).toEqual([]);
  });
});
