import { cpus, loadavg, totalmem } from "node:os";

/** One figure of the run. Without a target it is for information. */
export interface Line {
  what: string;
  figure: string;
  target?: { words: string; reached: boolean };
}

const WIDTHS = { what: 62, figure: 44, target: 22 };

/** A plain table; what falls short says so. */
export function printLines(title: string, lines: readonly Line[]): void {
  say(`\n${title}`);
  for (const { what, figure, target } of lines) {
    const end = target ? `${target.words.padEnd(WIDTHS.target)}${target.reached ? "reached" : "SHORT"}` : "";
    say(`  ${what.padEnd(WIDTHS.what)}${figure.padEnd(WIDTHS.figure)}${end}`.trimEnd());
  }
}

/** What was measured on: figures of two machines do not compare. */
export function printMachine(postgres: string): void {
  const processors = cpus();
  printLines("Machine", [
    { what: "processors", figure: `${processors.length} × ${processors[0]?.model.trim() ?? "unknown"}` },
    { what: "memory", figure: `${Math.round(totalmem() / 1024 ** 3)} GB` },
    { what: "node, platform", figure: `${process.version}, ${process.platform}` },
    { what: "database", figure: postgres },
    { what: "load average at the start (others share these processors)", figure: load() },
  ]);
}

/** The last line: what falls short, by name. */
export function printVerdict(lines: readonly Line[]): void {
  const aimed = lines.filter((line) => line.target);
  const short = aimed.filter((line) => !line.target!.reached);
  say(`\nLoad average at the end: ${load()}`);
  if (short.length === 0) say(`All ${aimed.length} targets measured here are reached.`);
  else say(`SHORT of ${short.length} of ${aimed.length} targets: ${short.map(({ what }) => what).join(" · ")}`);
}

/** Tells what is going on; on the error output, so that the table can be kept apart. */
export function progress(words: string): void {
  process.stderr.write(`· ${words}\n`);
}

export function say(words: string): void {
  process.stdout.write(`${words}\n`);
}

export const whole = (value: number): string => String(Math.round(value));
export const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;

function load(): string {
  return loadavg()
    .map((value) => value.toFixed(1))
    .join(" ");
}
